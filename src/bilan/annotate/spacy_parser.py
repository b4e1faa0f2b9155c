"""spaCy behind the Parser protocol: fast matrix products, pinned models, passages parsed as one batch.

spaCy's own BLAS may pick a generic kernel; then NumPy's is up to three times faster with identical output
(tests/unit/annotate/test_spacy_parser.py holds it to that). `use_fastest_products` times one product of each.
"""

import time
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np
import spacy
from spacy.tokens import Doc
from thinc.api import set_current_ops
from thinc.backends.numpy_ops import NumpyOps

from bilan.annotate.tokens import Name, Parse, Token, WantsNames
from bilan.errors import ModelError
from bilan.languages.load import Pack
from bilan.model.text import Span

STOPS = frozenset('.!?…:;»”"')  # what may end a sentence


NAMER = "ner"  # the pipe that finds names; it has a vector layer of its own and runs after the others or not at all
SPACES = dict.fromkeys((160, 8239, 8201), " ")


class NumpyProducts(NumpyOps):  # type: ignore[misc]  # thinc ships no types
    """thinc's NumPy operations with matrix products by NumPy's own BLAS."""

    name = "numpy"

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002  # thinc's signature
        """Multiply two matrices, either transposed first if asked."""
        left = x.T if trans1 else x
        right = y.T if trans2 else y
        return np.matmul(left, right) if out is None else np.matmul(left, right, out=out)


@cache
def use_fastest_products() -> str:
    """Choose NumPy's or spaCy's matrix product by timing each once; return the name of the winner."""
    rng = np.random.default_rng(0)
    left, right = (rng.random((768, 768), dtype=np.float32) for _ in range(2))
    contenders = {"blis": NumpyOps(), "numpy": NumpyProducts()}
    seconds = {name: min(_time_product(ops, left, right) for _ in range(3)) for name, ops in contenders.items()}
    winner = min(seconds, key=lambda name: seconds[name])
    set_current_ops(contenders[winner])
    return winner


class SpacyParser:
    """A pack's spaCy pipeline.

    Args:
        pack: Language pack; its `[parser]` table names the models, best first, and the version they are held to.

    Raises:
        ModelError: none of the models is installed, or one of another version is.
    """

    def __init__(self, pack: Pack) -> None:
        use_fastest_products()
        self.language = pack.code
        self.model = _load_model(pack)

    def parse(self, text: str, passages: Sequence[Span], *, wants_names: WantsNames | None = None) -> Parse:
        """Parse the passages of `text` in order; see the Parser protocol."""
        tokens: list[Token] = []
        sentences: list[Span] = []
        names: list[Name] = []
        plain = text.translate(SPACES)  # the tokenizer makes a token of a no-break space
        docs = list(self.model.pipe((span.of(plain) for span in passages), batch_size=64, disable=[NAMER]))
        for span, doc in zip(passages, docs, strict=True):
            _append_doc(doc, span.start, (tokens, sentences))
        if wants_names is None or wants_names(tokens):
            named = self.model.get_pipe(NAMER).pipe(docs, batch_size=64)
            for span, doc in zip(passages, named, strict=True):
                names.extend(
                    Name(span.start + ent.start_char, span.start + ent.end_char, ent.label_) for ent in doc.ents
                )
        return Parse(tuple(tokens), tuple(sentences), tuple(names))


def _append_doc(doc: Doc, shift: int, into: tuple[list[Token], list[Span]]) -> None:
    """Append a parsed passage; white space tokens are dropped and the others numbered anew."""
    tokens, sentences = into
    kept = [token for token in doc if not token.is_space]
    bounds = _bounds(kept)
    for first, last in bounds:
        number = len(sentences)
        # Of this sentence alone: a head beyond a bound we drew is none, its dependent a root.
        place = {token.i: len(tokens) + n for n, token in enumerate(kept[first:last])}
        sentences.append(Span(shift + kept[first].idx, shift + kept[last - 1].idx + len(kept[last - 1].text)))
        tokens.extend(_token(token, place, shift, number) for token in kept[first:last])


def _bounds(kept: Sequence[Any]) -> list[tuple[int, int]]:
    """Return sentence bounds, mending the parser's: it may end one at a comma; only a stop or a line does."""
    starts = [0] if kept else []
    for n in range(1, len(kept)):
        before, token = kept[n - 1], kept[n]
        line = "\n" in before.doc.text[before.idx + len(before.text) : token.idx]
        if line or (token.is_sent_start and before.text.strip()[-1:] in STOPS):
            starts.append(n)
    return [(first, last) for first, last in zip(starts, [*starts[1:], len(kept)], strict=True)]


def _token(token: Any, place: Mapping[int, int], shift: int, number: int) -> Token:  # noqa: ANN401  # spaCy has no types
    own = place[token.i]
    return Token(
        i=own,
        start=shift + token.idx,
        end=shift + token.idx + len(token.text),
        text=token.text,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        dep=token.dep_,
        head=place.get(token.head.i, own),
        feats=str(token.morph),
        tag=token.tag_ if token.tag_ != token.pos_ else "",
        sent=number,
    )


def _time_product(ops: NumpyOps, left: Any, right: Any) -> float:  # noqa: ANN401  # arrays of thinc's kind
    begin = time.perf_counter()
    ops.gemm(left, right)
    return time.perf_counter() - begin


def _load_model(pack: Pack) -> Any:  # noqa: ANN401  # spaCy has no types
    settings: Mapping[str, Any] = pack.settings["parser"]
    for name in settings["models"]:
        if find_spec(name) is None:
            continue
        model = spacy.load(name)
        if model.meta["version"] != settings["version"]:
            raise ModelError(
                f"{name} {model.meta['version']} is installed, the {pack.code} pack wants {settings['version']}",
                "make install",
            )
        return model
    raise ModelError(f"no parser model for {pack.code!r}: {', '.join(settings['models'])}", "make install")
