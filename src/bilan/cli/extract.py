"""`bilan extract`: the claims of reports, as `bilan.claim/1` lines or as a listing to read."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from bilan.cli.output import Failures, print_row, print_text
from bilan.cli.reading import FilesArgument, LanguageOption, PublishedOption, iter_extractions
from bilan.cli.say import say_many
from bilan.model.claim import Claim, Count
from bilan.model.extraction import Extraction
from bilan.model.report import Report
from bilan.model.text import SetAside
from bilan.model.time import TimeSpan
from bilan.model.wire import claim_row

EXAMPLES = """Examples:\n
  bilan extract report.txt --published 2016-10-11\n
  bilan extract reports/ --json > claims.jsonl\n
  cat reports.jsonl | bilan extract - --json --set-aside"""

_LABEL = "dim"
_QUOTE = "bold underline"


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("extract", epilog=EXAMPLES)(extract)


def extract(
    files: FilesArgument,
    *,
    published: PublishedOption = None,
    language: LanguageOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record a claim.")] = False,
    set_aside: Annotated[
        bool, typer.Option("--set-aside", help="Print what is no evidence too: appeals, menus, stray numbers.")
    ] = False,
) -> None:
    """Print the claims of reports: who says that what happened to whom, where, when, how many."""
    failures, console = Failures(), Console(highlight=False, soft_wrap=True)
    for extraction in iter_extractions(files, failures, published=published, language=language):
        if as_json:
            _print_rows(extraction, set_aside=set_aside)
        else:
            for line in _listing(extraction, marked=not console.is_terminal, set_aside=set_aside):
                print_text(line, console)
    failures.leave()


def _print_rows(extraction: Extraction, *, set_aside: bool) -> None:
    for claim in extraction.claims:
        print_row(claim_row(claim))
    if set_aside:
        for aside in extraction.set_aside:
            print_row(_aside_row(extraction.report, aside))


def _aside_row(report: Report, aside: SetAside) -> dict[str, Any]:
    return {
        "schema": "bilan.set-aside/1",
        "report": report.id,
        "kind": aside.kind,
        "start": aside.span.start,
        "end": aside.span.end,
        "text": aside.text,
        "code": aside.code or None,
        "reason": aside.reason,
        "sentence": {"start": aside.sentence.start, "end": aside.sentence.end} if aside.sentence else None,
    }


def _listing(extraction: Extraction, *, marked: bool, set_aside: bool) -> Iterator[Text]:
    """Yield the lines of one report; `marked` puts brackets round the quote where no colour can show it."""
    report, asides = extraction.report, extraction.set_aside
    yield Text(_heading(report), style="bold")
    for number, claim in enumerate(extraction.claims, start=1):
        yield Text.assemble(f"{number:3}. ", (_what(claim), "bold"))
        for label, words in _details(claim):
            yield Text.assemble("     ", (f"{label}: ", _LABEL), words)
        yield Text.assemble("     ", _sentence(report.text, claim, marked=marked))
    if not extraction.claims:
        yield Text("     no claim found", style=_LABEL)
    if asides and not set_aside:
        yield Text(f"     {_summary(asides)} (--set-aside lists them)", style=_LABEL)
    elif asides:
        yield Text("Set aside:", style="bold")
        yield from (Text(f"     {aside.kind}: {_shown(report.text, aside)} ({aside.reason})") for aside in asides)
    yield Text("")


def _summary(asides: Sequence[SetAside]) -> str:
    """Say on one line how many passages and how many numbers were set aside."""
    numbers = sum(aside.sentence is not None for aside in asides)
    passages = len(asides) - numbers
    parts = [f"{passages} set aside as no evidence"] if passages else []
    if numbers:
        parts.append(f"{say_many(numbers, 'number')} beside casualty words set aside")
    return ", ".join(parts)


def _shown(text: str, aside: SetAside) -> str:
    """Return what was set aside; a number in brackets, in its sentence."""
    if aside.sentence is None:
        return _one_line(aside.text)
    before, after = text[aside.sentence.start : aside.span.start], text[aside.span.end : aside.sentence.end]
    return _one_line(f"{before}[{aside.text}]{after}")


def _heading(report: Report) -> str:
    facts = (
        report.language,
        f"published {report.published}" if report.published else "no publication date",
        report.outlet,
        report.title,
    )
    return f"{report.id} ({', '.join(fact for fact in facts if fact)})"


def _what(claim: Claim) -> str:
    topic = claim.statement.topic if claim.statement else claim.need.sector if claim.need else None
    about = claim.outcome or topic or claim.event or "?"
    parts = [f"{claim.kind}: {about}"]
    if claim.count is not None:
        parts.append(_count(claim.count))
    if claim.share is not None:
        parts.append(f"share {claim.share:g}")
    if claim.basis != "total":
        parts.append(f"{claim.basis} per {claim.per}" if claim.per else claim.basis)
    if claim.modality != "asserted":
        parts.append(claim.modality)
    return " · ".join(parts)


def _count(count: Count) -> str:
    low, high = ("?" if bound is None else str(bound) for bound in (count.low, count.high))
    return f"{low if low == high else f'{low}–{high}'} ({count.wording}: “{count.text}”)"


def _details(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield label and words of what the claim knows; what it does not know is left out of the listing."""
    if claim.outcome and claim.event:
        yield "event", claim.event
    if claim.people != ("unknown",):
        yield "people", ", ".join(claim.people)
    if claim.place:
        country = f", {claim.place.country}" if claim.place.country else ""
        yield "where", f"{claim.place.name or claim.place.text}{country}"
    if claim.time:
        yield "when", _when(claim.time)
    if claim.said_by:
        yield "said by", " → ".join(speaker.text for speaker in claim.said_by)
    for actor in claim.actors:
        yield actor.role, actor.text
    if claim.need and claim.need.items:
        yield "items", ", ".join(claim.need.items)
    if claim.flags:
        yield "flags", ", ".join(claim.flags)


def _when(time: TimeSpan) -> str:
    dates = time.earliest if time.earliest == time.latest else f"{time.earliest} to {time.latest}"
    if time.earliest is None and time.latest is None:
        dates = f"{time.anchor} {time.offset}" if time.anchor and time.offset else "not resolved"
    every = f", every {time.every}" if time.every else ""
    return f"{dates}{every} (“{_one_line(time.text)}”)"


def _sentence(text: str, claim: Claim, *, marked: bool) -> Text:
    """The sentence with the quote in it shown; a quote that leaves the sentence is shown whole."""
    quote, sentence = claim.quote, claim.sentence
    before = text[min(sentence.start, quote.start) : quote.start]
    after = text[quote.end : max(sentence.end, quote.end)]
    words = _keep_spaces(quote.exact)
    shown = f"[{words}]" if marked else words
    return Text.assemble(_keep_spaces(before), (shown, _QUOTE), _keep_spaces(after))


def _keep_spaces(text: str) -> str:
    """Turn line breaks into spaces, one for one."""
    return text.translate({10: " ", 13: " ", 9: " "})


def _one_line(text: str) -> str:
    return " ".join(text.split())
