"""Parse many texts in one batch before they are read one by one.

Nearly all the time of reading a sentence goes into its parse, and a batch of sentences costs little more than one. What
the rest of the pipeline sees is the same parse it would get by itself, cut out of the batch.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bilan.annotate.tokens import Name, Parse, Parser, WantsNames
from bilan.model.report import Report
from bilan.model.text import Span
from bilan.pipeline import Tools
from bilan.read.passages import find_passages

GAP = "\n\n"  # between two texts of a batch: no sentence, name or passage reaches over it

Asked = tuple[str, tuple[Span, ...]]


class ParsedAhead:
    """A parser that has read some texts already; others it parses when asked.

    Args:
        parser: the parser that reads.
        asked: the texts to read now, each with its passages.
    """

    def __init__(self, parser: Parser, asked: Iterable[Asked]) -> None:
        self.parser = parser
        self.parses: Mapping[Asked, Parse] = parse_together(parser, list(dict.fromkeys(asked)))

    def parse(self, text: str, passages: Sequence[Span], *, wants_names: WantsNames | None = None) -> Parse:
        """Parse the passages of `text`; see the Parser protocol."""
        found = self.parses.get((text, tuple(passages)))
        if found is None:
            return self.parser.parse(text, passages, wants_names=wants_names)
        return found if wants_names is None or wants_names(found.tokens) else found._replace(names=())


def parse_ahead(reports: Iterable[Report], tools: Tools) -> Tools:
    """Parse reports in one batch a language.

    Args:
        reports: reports in languages that have a pack, to be given to `extract` later.
        tools: the pipeline's tools.

    Returns:
        The same tools, with parsers that know these reports.
    """
    asked: defaultdict[str, list[Asked]] = defaultdict(list)
    for report in reports:
        spans = tuple(passage.span for passage in find_passages(report))
        asked[report.language or ""].append((report.text, spans))
    parsers = dict(tools.parsers)
    parsers.update({code: ParsedAhead(tools.parser(code), texts) for code, texts in asked.items()})
    return replace(tools, parsers=parsers)


def parse_together(parser: Parser, asked: Sequence[Asked]) -> dict[Asked, Parse]:
    """Parse texts as if they were one, and part the result.

    Returns:
        Each text's own parse: offsets are those of the text, tokens and sentences are numbered from 0.
    """
    shifts, passages, length = [], [], 0
    for text, spans in asked:
        shifts.append(length)
        passages += [Span(span.start + length, span.end + length) for span in spans]
        length += len(text) + len(GAP)
    whole = parser.parse(GAP.join(text for text, _ in asked), passages)
    bounds = [*shifts, length]
    return {one: _cut(whole, bounds[n], bounds[n + 1]) for n, one in enumerate(asked)}


def _cut(whole: Parse, start: int, end: int) -> Parse:
    """Return what lies between two offsets, shifted and numbered anew."""
    first, last = (bisect_left(whole.tokens, at, key=lambda token: token.start) for at in (start, end))
    opening, closing = (bisect_left(whole.sentences, at, key=lambda span: span.start) for at in (start, end))
    tokens = (
        token._replace(
            i=token.i - first,
            start=token.start - start,
            end=token.end - start,
            head=token.head - first,
            sent=token.sent - opening,
        )
        for token in whole.tokens[first:last]
    )
    sentences = (Span(span.start - start, span.end - start) for span in whole.sentences[opening:closing])
    one, other = (bisect_left(whole.names, at, key=lambda name: name.start) for at in (start, end))
    names = (Name(name.start - start, name.end - start, name.label) for name in whole.names[one:other])
    return Parse(tuple(tokens), tuple(sentences), tuple(names))
