"""What reading a report costs: spaCy's full pipeline, our parser call and our own stages, timed in turn in one run.

Run: `python benchmarks/speed.py [--reports N] [--words N] [--lang CODE] [--news FILE]`. Prints the median milliseconds
a report, wall clock and processor time (on a machine shared with others look at the latter), start-up time and peak
memory.

Reports are composed of the pack's own sentences, another choice each time: to one marked sentence, nearly all of which
hold tolls, three that claim nothing, so that there are about as many tolls as in news of conflict (the gold reports:
five in 500 words). `--dense` takes marked sentences alone; `--news` times real reports. Caches help only as far as
sentences come back. The bare pipeline is `spacy.load` of the pack's first model with thinc's default operations. The
stages are timed with the parse given: "claims" is all of `extract` that is not annotation, places or times.
"""

import argparse
import gzip
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

WARM_UP = 4  # reports read before the clock runs: caches of packs, BLAS threads
PARAGRAPH = 4  # sentences
BESIDE = 3  # sentences that claim nothing, to a marked one


class Cost(NamedTuple):
    """Milliseconds of one call."""

    wall: float
    processor: float


class GivenParse:
    """A parser that has parsed already."""

    def __init__(self, parse: Any) -> None:  # noqa: ANN401  # a Parse; importing it here would import all before timing
        self.known = parse

    def parse(self, *_arguments: object, **_options: object) -> Any:  # noqa: ANN401  # same
        """Return the parse given."""
        return self.known


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=20, help="how many reports")
    parser.add_argument("--words", type=int, default=500, help="words a report")
    parser.add_argument("--lang", default="fr", help="code of the language")
    parser.add_argument("--news", type=Path, help="JSON Lines (.gz too) with a text each, joined to that many words")
    parser.add_argument("--dense", action="store_true", help="marked sentences alone: many more tolls than news has")
    parser.add_argument("--start-up", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.start_up:
        print_start_up(options.lang)
        return
    count = options.reports + WARM_UP
    if options.news:
        texts = join_news(options.news, count, options.words)
    else:
        texts = compose(options.lang, count, options.words, beside=0 if options.dense else BESIDE)
    print_costs(options.lang, options.reports, texts)
    subprocess.run([sys.executable, __file__, "--start-up", "--lang", options.lang], check=True)  # noqa: S603  # itself


def print_costs(code: str, reports: int, texts: Sequence[str]) -> None:
    """Time every part on the same reports, one after another; the first `WARM_UP` texts are read but not counted."""
    import spacy  # noqa: PLC0415  # first, so that thinc's own choice of operations is what is timed

    from bilan.languages.load import load_language  # noqa: PLC0415  # imports no parser

    bare = spacy.load(load_language(code).settings["parser"]["models"][0])
    from bilan.annotate.spacy_parser import use_fastest_products  # noqa: PLC0415  # changes the operations
    from bilan.pipeline import load_tools  # noqa: PLC0415

    tools = load_tools([code])
    ours = tools.parser(code)
    rows: dict[str, list[Cost]] = {}
    for number, text in enumerate(texts):
        costs = {"spaCy, full default pipeline": timed(lambda text=text: bare(text))[1]}  # type: ignore[misc]
        costs |= our_costs(text, code, tools, ours)
        if number >= WARM_UP:
            for name, cost in costs.items():
                rows.setdefault(name, []).append(cost)
    length = statistics.median(len(text.split()) for text in texts)
    print(f"Reports in {code!r} of {length:.0f} words, median of {reports}; matrix products: {use_fastest_products()}")
    print(f"{'':34}{'wall ms':>10}{'CPU ms':>10}")
    for name, costs_of in rows.items():
        wall = statistics.median(cost.wall for cost in costs_of)
        processor = statistics.median(cost.processor for cost in costs_of)
        print(f"{name:<34}{wall:>10.1f}{processor:>10.1f}")


def our_costs(text: str, code: str, tools: Any, parser: Any) -> dict[str, Cost]:  # noqa: ANN401  # as in GivenParse
    """Time reading, the parser, and each stage with the parse given."""
    from bilan.annotate.annotation import annotate  # noqa: PLC0415
    from bilan.evaluate.inputs import make_report  # noqa: PLC0415
    from bilan.pipeline import extract  # noqa: PLC0415
    from bilan.places.resolve import resolve_places  # noqa: PLC0415
    from bilan.read.passages import find_passages  # noqa: PLC0415
    from bilan.times.resolve import resolve_times  # noqa: PLC0415

    report, reading = timed(lambda: make_report("r", text, code, "2016-09-30"))
    passages = find_passages(report)
    _, whole = timed(lambda: extract(report, tools))
    with noted(parser) as calls:
        extract(report, tools)
    parse, parsing = timed(lambda: parser.parse(*calls[0][0], **calls[0][1]))
    given = GivenParse(parse)
    pack = tools.packs[code]
    annotation, annotating = timed(
        lambda: annotate(report, passages, pack=pack, parser=given, gazetteer=tools.gazetteer)
    )
    _, placing = timed(lambda: resolve_places(annotation.places))
    _, dating = timed(lambda: resolve_times(annotation.times, report.published))
    tools.parsers[code] = given
    _, staged = timed(lambda: extract(report, tools))
    tools.parsers[code] = parser
    rest = [total - a - p - t for total, a, p, t in zip(staged, annotating, placing, dating, strict=True)]
    own = [r + s for r, s in zip(reading, staged, strict=True)]
    return {
        "Bilan, a report read whole": whole,
        "  reading: what is set aside": reading,
        "  parser call": parsing,
        "  annotation without the parse": annotating,
        "  places": placing,
        "  times": dating,
        "  claims": Cost(*rest),
        "  all but the parser call": Cost(*own),
    }


@contextmanager
def noted(parser: Any) -> Any:  # noqa: ANN401  # as in GivenParse
    """Note how the pipeline calls the parser, so that the same call can be timed alone."""
    calls: list[tuple[Sequence[Any], dict[str, Any]]] = []
    kind = type(parser)
    parse = kind.parse

    def note(self: Any, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        calls.append((arguments, options))
        return parse(self, *arguments, **options)

    kind.parse = note
    try:
        yield calls
    finally:
        kind.parse = parse


def timed(call: Callable[[], Any]) -> tuple[Any, Cost]:
    """Call, and tell what it cost."""
    wall, processor = time.perf_counter(), time.process_time()
    value = call()
    return value, Cost(1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - processor))


def compose(code: str, reports: int, words: int, *, beside: int = BESIDE) -> list[str]:
    """Compose reports of a pack's marked sentences, each with so many beside it that claim nothing."""
    from bilan.evaluate.marked import read_pack  # noqa: PLC0415
    from bilan.evaluate.negatives import read_negatives  # noqa: PLC0415
    from bilan.languages.load import load_language  # noqa: PLC0415

    pack = load_language(code)
    marked = [sentence.text for sentence in read_pack(pack)]
    silent = [one.sentence.text for one in read_negatives(pack)] if beside else []
    chance = random.Random(0)  # noqa: S311  # a choice of sentences
    texts = []
    for _ in range(reports):
        chosen: list[str] = []
        while sum(len(sentence.split()) for sentence in chosen) < words:
            chosen.append(chance.choice(marked))
            chosen.extend(chance.choice(silent) for _ in range(beside))
        chance.shuffle(chosen)
        paragraphs = [" ".join(chosen[n : n + PARAGRAPH]) for n in range(0, len(chosen), PARAGRAPH)]
        texts.append(re.sub(r" {2,}", " ", "\n\n".join(paragraphs)))
    return texts


def join_news(file: Path, reports: int, words: int) -> list[str]:
    """Join the texts of a file, in its order, to reports of at least so many words."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        texts = (json.loads(line)["text"] for line in lines)
        found: list[str] = []
        while len(found) < reports:
            chosen = ""
            while len(chosen.split()) < words:
                chosen += next(texts) + "\n\n"
            found.append(chosen)
    return found


def print_start_up(code: str) -> None:
    """Load everything and read one short report; print seconds and the most memory this process had."""
    begin = time.perf_counter()
    from bilan.evaluate.inputs import make_report  # noqa: PLC0415
    from bilan.pipeline import extract, load_tools  # noqa: PLC0415

    tools = load_tools([code])
    extract(make_report("r", compose(code, 1, 1)[0], code, "2020-02-05"), tools)
    ready = time.perf_counter() - begin
    for text in compose(code, WARM_UP, 500):
        extract(make_report("r", text, code, "2020-02-05"), tools)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts KiB
    print(f"start-up until a first short report is read: {ready:.1f} s; peak memory {peak:.0f} MB ({code!r} only)")


if __name__ == "__main__":
    main()
