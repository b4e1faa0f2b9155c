"""Score time expressions against the gold corpora times-en, times-fr and the time words of claims-fr.

* times-en (TempEval-3): a mention is found if its span overlaps the gold's (each used once); value F1 counts those of
  the found whose TIMEX3 value agrees. Mentions are turned into TIMEX3 values by `timex_value`.
* times-fr: accuracy of values over all dates and hours that have one (not found = wrong); the share of relative
  expressions found.
* claims-fr: of the time words that date a claim, how many are found, and resolve to just that date.
"""

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from bilan.annotate.times import find_times
from bilan.evaluate.attributes import date_interval
from bilan.evaluate.scores import Accuracy, Tally
from bilan.languages.load import load_language
from bilan.model.text import Span
from bilan.model.time import TimeMention, TimeSpan
from bilan.times import resolve_times

Row = Mapping[str, Any]
BOUNDARY = ("since", "before", "after", "until", "start", "mid", "end", "about")  # TimeML keeps these out of the value


def score_times(gold: Path, limit: int | None = None) -> list[dict[str, Any]]:
    """Score the shipped packs on the time corpora.

    Args:
        gold: folder of the gold corpora.
        limit: read only the first so many reports of each corpus.

    Returns:
        One row a measure: corpus, measure, value (0-1, None if nothing was asked) and the counts behind it.

    Raises:
        OSError: a corpus file is missing.
    """
    return [
        *_score_english(_records(gold / "times-en.jsonl.gz", limit)),
        *_score_french(_records(gold / "times-fr.jsonl.gz", limit)),
        *_score_claims(_records(gold / "claims-fr.jsonl", limit)),
    ]


def timex_value(mention: TimeMention, span: TimeSpan) -> str | None:
    """Return a mention's TIMEX3 value.

    Args:
        mention: the mention.
        span: the same mention resolved without its modifier ("since March" as "March").

    Returns:
        A date as fine as the words ("1998-03", "1998-W12", "1998-Q2", "1998-03-12TNI"), a duration ("P3M"), or one of
        PAST_REF, PRESENT_REF, FUTURE_REF for a time no calendar holds; None if it cannot be told.
    """
    if mention.kind == "recurrence":
        return f"XXXX-WXX-{mention.weekday + 1}" if mention.weekday is not None else mention.every
    if mention.kind in ("duration", "vague") or (mention.kind == "range" and mention.until is None):
        return _plain_duration(mention.value or "")
    if mention.offset and "X" in mention.offset:
        return "PAST_REF" if mention.offset.startswith("-") else "FUTURE_REF"
    if span.earliest is None or span.latest is None or mention.kind == "range":
        return mention.value
    return _as_fine_as_the_words(mention, date.fromisoformat(span.earliest), date.fromisoformat(span.latest))


def _as_fine_as_the_words(mention: TimeMention, first: date, last: date) -> str:
    middle = first + timedelta(days=(last - first).days // 2)
    pattern, _, clock = (mention.value or "").partition("T")
    suffix = f"T{clock}" if clock else ""
    if mention.kind == "week":
        year, week, _ = middle.isocalendar()
        return f"{year}-W{week:02}"
    if mention.kind == "weekend":
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}-WE"
    if mention.kind in ("season", "half"):
        return f"{first.year}-{pattern[-2:]}"
    forms = {
        "quarter": f"{middle.year}-Q{(middle.month + 2) // 3}",
        "month": f"{middle.year}-{middle.month:02}",
        "year": f"{middle.year}",
        "decade": f"{middle.year // 10}",
        "century": f"{middle.year // 100}",
    }
    return forms.get(mention.kind, first.isoformat() + suffix)


def _same_value(gold: str, found: str) -> bool:
    """Compare two TIMEX3 values; where the gold leaves a week or day open ("1989-WXX"), any one fits."""
    gold, found = _plain_duration(gold), _plain_duration(found)
    if gold[:1].isdigit() and "X" in gold:
        return re.fullmatch(gold.replace("X", r"\d"), found) is not None
    return gold == found


def _plain_duration(value: str) -> str:
    """Write 24 hours as a day and 17:00 as 17, so that equal values compare equal."""
    value = value.removesuffix(":00")
    match = re.fullmatch(r"PT(\d+)H", value)
    if match and int(match[1]) % 24 == 0:
        return f"P{int(match[1]) // 24}D"
    return value


def _records(path: Path, limit: int | None) -> list[Row]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in islice(data.splitlines(), limit)]


def _found(record: Row) -> tuple[TimeMention, ...]:
    text = record["text"]
    return find_times(text, load_language(record["lang"]), [Span(0, len(text))])


def _score_english(records: Sequence[Row]) -> Iterator[dict[str, Any]]:
    gold = predicted = overlapping = right = 0
    for record in records:
        mentions = _found(record)
        plain = [replace(m, modifier=None) if m.modifier in BOUNDARY else m for m in mentions]
        spans = resolve_times(plain, record["published"])
        gold += len(record["times"])
        predicted += len(mentions)
        for time, number in _pairs(record["times"], mentions):
            overlapping += 1
            right += _same_value(time["value"] or "", timex_value(plain[number], spans[number]) or "")
    yield _tally_row("times-en", "span_relaxed_f1", Tally(gold, predicted, overlapping))
    yield _tally_row("times-en", "value_f1", Tally(gold, predicted, right))


def _pairs(times: Sequence[Row], mentions: Sequence[TimeMention]) -> Iterator[tuple[Row, int]]:
    """Pair each gold time with the mention that shares most code points with it; each mention is used once."""
    shared = sorted(
        (
            (-_shared(time, mention), place, number)
            for place, time in enumerate(times)
            for number, mention in enumerate(mentions)
            if _shared(time, mention) > 0
        ),
    )
    used_times: set[int] = set()
    used_mentions: set[int] = set()
    for _, place, number in shared:
        if place not in used_times and number not in used_mentions:
            used_times.add(place)
            used_mentions.add(number)
            yield times[place], number


def _shared(time: Row, mention: TimeMention) -> int:
    return int(min(time["end"], mention.span.end) - max(time["start"], mention.span.start))


def _score_french(records: Sequence[Row]) -> Iterator[dict[str, Any]]:
    right: dict[str, list[bool]] = {"DATE": [], "TIME": []}
    relative, resolved = [], []
    for record in records:
        mentions = _found(record)
        spans = resolve_times(mentions, record["published"])
        for time in record["times"]:
            numbers = [number for number, mention in enumerate(mentions) if _shared(time, mention) > 0]
            if time.get("relative"):
                relative.append(bool(numbers))
            if time["value"] is not None:
                right[time["type"]].append(any(_names(mentions[number], time) for number in numbers))
            if time.get("resolved"):
                ends = {day for number in numbers for day in (spans[number].earliest, spans[number].latest)}
                resolved.append(time["resolved"] in ends)
    yield _accuracy_row("times-fr", "date_value_accuracy", right["DATE"])
    yield _accuracy_row("times-fr", "hour_value_accuracy", right["TIME"])
    yield _accuracy_row("times-fr", "year_filled_accuracy", resolved)
    yield _accuracy_row("times-fr", "relative_found", relative)


def _names(mention: TimeMention, time: Row) -> bool:
    """Tell whether a mention has the gold's value: at one end of a range, or inside longer words.

    The gold marks "2016" in "été 2016" and "1990" in "années 1990"; a mention of all the words may be finer or wider.
    """
    for end in (mention, mention.until):
        if end is None or end.value is None:
            continue
        day, mark, clock = end.value.partition("T")
        value = day if time["type"] == "DATE" else mark + clock
        if value in (time["value"], time.get("resolved")):
            return True
        longer = mention.span.end - mention.span.start > time["end"] - time["start"]
        if longer and (value.startswith(f"{time['value']}-") or f"{value}0" == time["value"]):
            return True
    return False


def _score_claims(records: Sequence[Row]) -> Iterator[dict[str, Any]]:
    found, equal, shared = [], [], []
    for record in records:
        mentions = _found(record)
        spans = resolve_times(mentions, record["published"])
        for words, day in sorted({(c["time"], c["date"]) for c in record["claims"] if c["time"] and c["date"]}):
            places = [match.span() for match in re.finditer(re.escape(words), record["text"])]
            times = [
                span
                for mention, span in zip(mentions, spans, strict=True)
                if any(mention.span.overlaps(Span(*place)) for place in places)
            ]
            first, last = date_interval(day)
            found.append(bool(times))
            equal.append(any((time.earliest, time.latest) == (first, last) for time in times))
            shared.append(any(_meets(time, first, last) for time in times))
    yield _accuracy_row("claims-fr", "time_words_found", found)
    yield _accuracy_row("claims-fr", "date_equal", equal)
    yield _accuracy_row("claims-fr", "date_overlaps", shared)


def _meets(time: TimeSpan, first: str | None, last: str | None) -> bool:
    return bool(time.earliest and time.latest and time.earliest <= (last or "9999") and (first or "") <= time.latest)


def _tally_row(corpus: str, measure: str, tally: Tally) -> dict[str, Any]:
    return {
        "corpus": corpus,
        "measure": measure,
        "value": tally.f1,
        "precision": tally.precision,
        "recall": tally.recall,
        "gold": tally.gold,
        "predicted": tally.predicted,
        "matched": tally.matched,
    }


def _accuracy_row(corpus: str, measure: str, answers: Sequence[bool]) -> dict[str, Any]:
    accuracy = Accuracy(sum(answers), len(answers))
    return {
        "corpus": corpus,
        "measure": measure,
        "value": accuracy.value,
        "gold": accuracy.asked,
        "matched": accuracy.right,
    }
