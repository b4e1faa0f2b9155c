"""Say numbers, times and places in the page's language, never finer than the words of the report.

Unknown is said to be unknown; an open count stays open; a vague count shows its bounds and its words.
"""

import re
from datetime import date

from babel.dates import format_date, format_interval
from babel.numbers import format_decimal, format_percent

from bilan.model.claim import Claim, Count, Derived
from bilan.model.incident import Envelope, Figure
from bilan.model.place import Place
from bilan.model.time import TimeSpan
from bilan.web.catalogue import END_ISOLATE, LEFT_ISOLATE, Catalogue

DURATION = re.compile(r"(?P<sign>-?)P(?:(?P<year>\d+)Y)?(?:(?P<month>\d+)M)?(?:(?P<week>\d+)W)?(?:(?P<day>\d+)D)?")
MONTH, YEAR = 4, 5  # UCDP date codes
COUNTRY = 6  # UCDP where-code: only the country is known
SHORTEST_MONTH = 28  # days


def say_number(words: Catalogue, number: int | None) -> str:
    """Write a number with the language's grouping; None is "not stated", never 0."""
    return words.text("figure.unknown") if number is None else str(format_decimal(number, locale=words.locale))


def say_range(words: Catalogue, low: int | None, high: int | None) -> str:
    """Write low and high as one range; one number if they are equal, "at least"/"at most" if one is not known."""
    if low is None and high is None:
        return words.text("figure.unknown")
    if high is None:
        return words.text("figure.at-least", n=say_number(words, low))
    if low is None:
        return words.text("figure.at-most", n=say_number(words, high))
    if low == high:
        return say_number(words, low)
    return _forwards(words, words.text("figure.range", low=say_number(words, low), high=say_number(words, high)))


def say_best(words: Catalogue, figure: Figure) -> str:
    """Write a figure in its shortest honest form: best, "at least N", or the range where there is no best."""
    if figure.best is None:
        return say_range(words, figure.low, figure.high)
    number = say_number(words, figure.best)
    return words.text("figure.at-least", n=number) if figure.open and _is_floor(figure) else number


def say_figure(words: Catalogue, figure: Figure) -> str:
    """Write a figure in full, as a sentence a screen reader can speak."""
    low, best, high = (say_number(words, number) for number in (figure.low, figure.best, figure.high))
    if figure.low is None and figure.best is None and figure.high is None:
        return words.text("figure.unknown")
    if figure.best is None:
        return words.text("figure.no-best", range=say_range(words, figure.low, figure.high))
    if figure.open and not _is_floor(figure):
        return words.text("figure.three-open", low=low, best=best, high=high)
    if figure.open:
        above = figure.high is not None and figure.high > figure.best
        return words.text("figure.open-named" if above else "figure.open", n=best, high=high)
    if figure.low == figure.best == figure.high:
        return words.text("figure.one" if len(figure.claims) > 1 else "figure.single", n=best)
    return words.text("figure.three", low=low, best=best, high=high)


def say_count(words: Catalogue, count: Count) -> str:
    """Write a claim's count; a vague one carries the report's own words."""
    if count.low is None and count.high is None:
        return words.text("figure.words-only", words=count.text) if count.text else words.text("figure.unknown")
    span = say_range(words, count.low, count.high)
    if count.wording == "vague" and count.text:
        return words.text("figure.vague", range=span, words=count.text)
    return words.text("figure.about", n=span) if count.wording == "about" else span


def say_toll(words: Catalogue, claim: Claim) -> str:
    """Write what a toll claim counts: the count or the share, and per what period if it is a rate."""
    if claim.basis == "share" and claim.share is not None:
        said = words.text("figure.share", share=say_share(words, claim.share))
    else:
        said = say_count(words, claim.count) if claim.count else words.text("figure.unknown")
    return words.text(f"per.{claim.per}", n=said) if claim.basis == "rate" and claim.per else said


def say_envelope(words: Catalogue, envelope: Envelope) -> str:
    """Write what an envelope says: "about 200 a day", "half", "3,000 in all"."""
    if envelope.basis == "share" and envelope.share is not None:
        return words.text("figure.share", share=say_share(words, envelope.share))
    span = say_range(words, envelope.low, envelope.high)
    said = words.text("figure.about", n=span) if envelope.wording == "about" else span
    return words.text(f"per.{envelope.per}", n=said) if envelope.basis == "rate" and envelope.per else said


def say_derived(words: Catalogue, derived: Derived) -> str:
    """Write a value that follows from a claim, with the condition it hangs on."""
    value = say_range(words, derived.low, derived.high)
    value = words.text(f"per.{derived.per}", n=value) if derived.per else value
    return words.text("claim.derived-value", value=value, reason=derived.reason)


def say_share(words: Catalogue, share: float) -> str:
    """Write a share of 1 as a percentage without decimals."""
    return _forwards(words, str(format_percent(share, locale=words.locale)))


def say_day(words: Catalogue, day: str) -> str:
    """Write an ISO date (or the date of a date-time) as a calendar day."""
    known, form = date.fromisoformat(day[:10]), words.locale.date_formats["long"].pattern
    if known.day == 1:
        form = form.replace("d", f"'{words.text('first-day')}'", 1)
    return str(format_date(known, form, locale=words.locale))


def say_time(words: Catalogue, time: TimeSpan | None) -> str:
    """Write when: as fine as its precision, relative while unresolved, "not stated" when there is no word of it."""
    if time is None:
        return words.text("time.unknown")
    said = _say_interval(words, time)
    if time.every:
        every = say_recurrence(words, time.every)
        return every if said is None else words.text("time.repeated", time=said, every=every)
    return said if said is not None else words.text("time.unresolved")


def say_duration(words: Catalogue, duration: str) -> str:
    """Write an ISO 8601 duration ("P2W") in words, without its sign; other notations are shown as they are."""
    match = DURATION.fullmatch(duration)
    parts = {unit: int(match[unit]) for unit in ("year", "month", "week", "day") if match[unit]} if match else {}
    if not parts:
        return duration
    said = [words.plural(f"duration.{unit}", n, n=say_number(words, n)) for unit, n in parts.items()]
    return words.text("list.and").join(said)


def say_recurrence(words: Catalogue, every: str) -> str:
    """Write an ISO 8601 recurrence ("P1D") in words: "every day", "every 2 weeks"."""
    key = f"every.{every}"
    return words.text(key) if words.has(key) else words.text("every.other", duration=say_duration(words, every))


def say_place(words: Catalogue, place: Place | None) -> str:
    """Write where: the gazetteer's name (or the words, while unresolved) and the country."""
    if place is None:
        return words.text("place.unknown")
    country = say_country(words, place.country)
    if place.precision == COUNTRY:
        return country or place.name or place.text
    name = place.name or place.text
    return words.text("place.in", name=name, country=words.isolate(country)) if country else name


def say_country(words: Catalogue, code: str | None) -> str:
    """Return the name of an ISO 3166-1 alpha-2 code in the page's language, "" for None."""
    return str(words.locale.territories.get(code, code)) if code else ""


def say_time_precision(words: Catalogue, time: TimeSpan | None) -> str:
    """Say how fine a time is, in words."""
    resolved = time is not None and (time.earliest or time.latest) and time.precision
    return words.text(f"time.precision.{time.precision}") if time and resolved else words.text("time.precision.none")


def say_place_precision(words: Catalogue, place: Place | None) -> str:
    """Say how fine a place is, in words."""
    return words.text(f"place.precision.{place.precision if place and place.precision else 'none'}")


def _say_interval(words: Catalogue, time: TimeSpan) -> str | None:
    if time.earliest and time.latest:
        return _say_days(
            words, date.fromisoformat(time.earliest[:10]), date.fromisoformat(time.latest[:10]), time.precision
        )
    if time.earliest:
        return words.text("time.from", day=say_day(words, time.earliest))
    if time.latest:
        return words.text("time.until", day=say_day(words, time.latest))
    if time.anchor and time.offset:
        key = "time.before" if time.offset.startswith("-") else "time.after"
        return words.text(f"{key}.{time.anchor}", duration=say_duration(words, time.offset))
    return None


def _say_days(words: Catalogue, first: date, last: date, precision: int | None) -> str:
    if first == last:
        return say_day(words, first.isoformat())
    if precision == YEAR and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else _forwards(words, f"{first.year}–{last.year}")
    whole_month = first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= SHORTEST_MONTH
    if precision == MONTH and whole_month:
        return str(format_date(first, "LLLL y", locale=words.locale))
    return str(format_interval(first, last, "yMMMd", locale=words.locale))


def _is_floor(figure: Figure) -> bool:
    """Tell whether the best figure is also the lowest, so that "at least" is true of it."""
    return figure.low is None or figure.low == figure.best


def _forwards(words: Catalogue, said: str) -> str:
    """Keep a run of digits and signs in its order inside right-to-left text."""
    if words.direction == "ltr" or any(character.isalpha() for character in said):
        return said
    return f"{LEFT_ISOLATE}{said}{END_ISOLATE}"
