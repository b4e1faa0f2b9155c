"""spaCy behind the Parser protocol: fast matrix products, pinned models, passages parsed as one batch.

spaCy's own BLAS may pick a generic kernel; then NumPy's is up to three times faster with identical output
(tests/unit/annotate/test_spacy_parser.py holds it to that). `use_fastest_products` times one product of each.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np
import spacy
from spacy.tokens import Doc
from thinc.api import set_current_ops
from thinc.backends.numpy_ops import NumpyOps

from bilan.annotate.tokens import Name, Parse, Token
from bilan.errors import ModelError
from bilan.languages.load import Pack
from bilan.model.text import Span


STOPS = frozenset(".!?…:;»”\"") | {""}  # what may end a sentence; white space is a token of its own


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

    def parse(self, text: str, passages: Sequence[Span]) -> Parse:
        """Parse the passages of `text` in order; see the Parser protocol."""
        tokens: list[Token] = []
        sentences: list[Span] = []
        names: list[Name] = []
        docs = self.model.pipe((span.of(text) for span in passages), batch_size=64)
        for span, doc in zip(passages, docs, strict=True):
            _append_doc(doc, span.start, (tokens, sentences, names))
        return Parse(tuple(tokens), tuple(sentences), tuple(names))


def _append_doc(doc: Doc, shift: int, into: tuple[list[Token], list[Span], list[Name]]) -> None:
    tokens, sentences, names = into
    base = len(tokens)
    for first, last in _bounds(doc):
        number = len(sentences)
        sentences.append(Span(shift + doc[first].idx, shift + doc[last - 1].idx + len(doc[last - 1].text)))
        tokens.extend(_tokens(doc[first:last], base, shift, number))
    names.extend(Name(shift + ent.start_char, shift + ent.end_char, ent.label_) for ent in doc.ents)


def _bounds(doc: Doc) -> list[tuple[int, int]]:
    """Return sentence bounds, mending the parser's: it may end a sentence at a comma; only a stop or a line ends one."""
    bounds: list[tuple[int, int]] = []
    for sentence in doc.sents:
        if bounds and not _ends(doc, sentence.start - 1):
            bounds[-1] = (bounds[-1][0], sentence.end)
        else:
            bounds.append((sentence.start, sentence.end))
    return bounds


def _ends(doc: Doc, i: int) -> bool:
    text = doc[i].text
    return text.strip()[-1:] in STOPS or "\n" in text or "\n" in doc[i].whitespace_


def _tokens(sentence: Any, base: int, shift: int, number: int) -> Iterable[Token]:  # noqa: ANN401  # spaCy has no types
    for token in sentence:
        yield Token(
            i=base + token.i,
            start=shift + token.idx,
            end=shift + token.idx + len(token.text),
            text=token.text,
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            dep=token.dep_,
            head=base + token.head.i,
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
