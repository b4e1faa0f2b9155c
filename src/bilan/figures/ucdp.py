"""The `ucdp` policy, the default, after the coding rules of the Uppsala Conflict Data Program.

* The number of the most reliable source is best; where reliability cannot be told, the lowest number is. Never an
  average.
* low is the fewest and high the most that a standing number allows; best lies between them.
* Disjoint groups add up to best where no source gives a total.
* "At least N": low = best = N, high the largest number named, and the figure is open.
* One voice does not contradict itself: of several numbers that one report gives in its own words, or in those of one
  speaker, the smaller ones are earlier stages or parts, so the largest is best. They keep the low down all the same.
* A stated range: best is its low end. A word without a number ("dozens") gives low and high, never a best, and only
  where nobody names a number. An upper limit alone gives a high only.
* Hearsay widens the range; it is best only where nobody states a number as certain.
* Attackers' own deaths that a total clearly leaves out raise the high only.
* A denial alone: low 0, no best, high the number denied. "Nobody" is 0; silence is unknown, never 0.

A superseded number, a repeat or a part never gets here: the relations were settled before.
"""

from collections.abc import Sequence

from bilan.figures.explain import Reason, reason
from bilan.figures.policy import Judgement, Policy, Reliability, register
from bilan.incidents.tally import Option, Slot, Tally


def judge(tally: Tally, reliability: Reliability) -> Judgement:
    """Make a figure of a tally under the UCDP rules."""
    if not tally.slots:
        return _judge_denied(tally)
    judged = [_judge_slot(slot, reliability, len(tally.sources)) for slot in tally.slots]
    best = _sum([one.best for one in judged])
    low, high = _sum([one.low for one in judged]), _sum([one.high for one in judged])
    claims = [claim for one in judged for claim in one.claims]
    reasons = [found for one in judged for found in one.reasons]
    if len(judged) > 1:
        reasons.insert(0, reason("summed", parts=len(judged)))
    if tally.outside and high is not None:
        most = max(entry.high or entry.low or 0 for entry in tally.outside)
        high += most
        claims += [entry.id for entry in tally.outside]
        reasons.append(reason("attackers-outside", number=most))
    if tally.updated:
        reasons.append(reason("updated"))
    opened = any(one.open for one in judged)
    return Judgement(low, best, high, opened, tuple(dict.fromkeys(claims)), tuple(dict.fromkeys(reasons)))


def _judge_denied(tally: Tally) -> Judgement:
    highest = max((entry.high or entry.low or 0 for entry in tally.denied), default=None)
    claims = tuple(entry.id for entry in tally.denied)
    return Judgement(0, None, highest, open=False, claims=claims, reasons=(reason("denied-only", high=highest),))


def _judge_slot(slot: Slot, reliability: Reliability, sources: int) -> Judgement:
    """Judge options that contradict one another."""
    numbered = [option for option in slot.options if option.number is not None]
    if not numbered:
        return _judge_vague(slot.options)
    sure = [option for option in numbered if not option.hedged]
    best, why = _choose(sure or numbered, reliability, sources)
    reasons = list(why)
    if sure and len(sure) < len(numbered):
        reasons.append(reason("asserted-first", numbers=_list([option for option in numbered if option.hedged])))
    if not sure:
        reasons.append(reason("only-hearsay"))
    eligible = [option for option in slot.options if not option.vague]
    number = best.number or 0
    low = min([number, *(option.low for option in eligible if option.low is not None)])
    high = max([number, *(_most(option) for option in eligible)])
    claims = [entry.id for option in (best, *eligible) for entry in option.entries]
    opened = any(option.open and (option.low or 0) >= number for option in eligible)
    return Judgement(low, number, high, opened, tuple(dict.fromkeys(claims)), tuple(reasons))


def _choose(options: Sequence[Option], reliability: Reliability, sources: int) -> tuple[Option, list[Reason]]:
    """Choose the option that is best, and say why."""
    numbers = {option.number for option in options}
    if len(numbers) == 1:
        only = options[0]
        return only, [_why_one(only, sources)]
    trusted = max(_rank(option, reliability) for option in options)
    top = [option for option in options if _rank(option, reliability) == trusted]
    if len(top) < len(options):
        return min(top, key=_from_low), [reason("reliable", numbers=_list(options))]
    grown = [option for option in options if not any(_outgrows(other, option) for other in options)]
    why = reason("own-voice" if len(grown) == 1 else "lowest", numbers=_list(options))
    return min(grown, key=_from_low), [why]


def _outgrows(option: Option, other: Option) -> bool:
    """Tell whether one voice in one report names a larger number too: then the smaller is a stage or a part of it."""
    return (option.number or 0) > (other.number or 0) and bool(option.voices & other.voices)


def _from_low(option: Option) -> tuple[int, tuple[str, ...]]:
    return option.number or 0, tuple(entry.id for entry in option.entries)


def _why_one(option: Option, sources: int) -> Reason:
    if option.number == 0 and option.high == 0:
        return reason("none")
    if option.open:
        return reason("one-open", best=option.number)
    if option.high is not None and option.low != option.high:
        return reason("stated-range", low=option.low, high=option.high)
    if sources > 1:
        return reason("told-again", best=option.number, sources=sources)
    return reason("one-number", best=option.number)


def _judge_vague(options: Sequence[Option]) -> Judgement:
    """Words without a number, and bare upper limits: a range, no best."""
    lows = [option.low for option in options if option.low is not None]
    highs = [option.high for option in options if option.high is not None]
    low = min(lows, default=None)
    high = None if len(highs) < len(options) else max(highs, default=None)
    claims = tuple(entry.id for option in options for entry in option.entries)
    if low is None:
        why = reason("upper-only", high=high)
    elif high is None:
        why = reason("vague-open", low=low)
    else:
        why = reason("vague-only", low=low, high=high)
    return Judgement(low, None, high, high is None, claims, (why,))


def _most(option: Option) -> int:
    return option.high if option.high is not None else sum(entry.high or entry.low or 0 for entry in option.entries)


def _rank(option: Option, reliability: Reliability) -> int:
    return max(reliability.get(group, 0) for group in option.groups)


def _list(options: Sequence[Option]) -> str:
    return ", ".join(
        str(number) for number in sorted({option.number for option in options if option.number is not None})
    )


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


UCDP = register(Policy("ucdp", __doc__ or "", judge))
