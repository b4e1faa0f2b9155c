"""The `ibc` policy, after the method of Iraq Body Count.

* low and high are the minimum and the maximum that the standing numbers give; no single best figure is made unless both
  are equal.
* Two independent sources at least; with one the figure is marked provisional.
"""

from bilan.figures.explain import Reason, reason
from bilan.figures.policy import Judgement, Policy, Reliability, register
from bilan.incidents.tally import Option, Tally

ENOUGH = 2  # independent sources


def judge(tally: Tally, reliability: Reliability) -> Judgement:
    """Make a figure of a tally under the IBC rules; `reliability` is not asked for by them."""
    del reliability
    options = [option for slot in tally.slots for option in slot.options]
    claims = tuple(dict.fromkeys(entry.id for option in options for entry in option.entries))
    lows = [min((option.low or 0 for option in slot.options), default=0) for slot in tally.slots]
    highs = [max((_most(option) for option in slot.options), default=0) for slot in tally.slots]
    if not options:
        return Judgement(None, None, None, open=False, claims=(), reasons=())
    low, high = sum(lows), sum(highs)
    why: list[Reason] = [reason("ibc-range")]
    why.append(
        reason("ibc-confirmed", sources=len(tally.sources))
        if len(tally.sources) >= ENOUGH
        else reason("ibc-provisional")
    )
    opened = any(option.open for option in options)
    return Judgement(low, low if low == high else None, high, opened, claims, tuple(why))


def _most(option: Option) -> int:
    return option.high if option.high is not None else option.low or 0


IBC = register(Policy("ibc", __doc__ or "", judge))
