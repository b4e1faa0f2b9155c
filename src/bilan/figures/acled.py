"""The `acled` policy, after the coding rules of the Armed Conflict Location and Event Data project.

* The most conservative (lowest) number that still stands is recorded, hearsay or not.
* Unknown deaths are recorded as 0; "several" as 3, "tens" as 10, "hundreds" as 100, "thousands" as
  1000.
* low, best and high are that one number: this policy shows no doubt, which is why it is not the default.
"""

from bilan.figures.explain import reason
from bilan.figures.policy import Judgement, Policy, Reliability, register
from bilan.incidents.tally import Option, Tally

# What a word without a number is recorded as, by the fewest it can stand for (ACLED codebook; "tens" and "dozens" have
# one and the same fewest, 20, in our packs, so both are recorded as the lower of the two).
WORDS = ((2000, 1000), (200, 100), (20, 10), (3, 3), (2, 3))


def judge(tally: Tally, reliability: Reliability) -> Judgement:
    """Make a figure of a tally under the ACLED rules; `reliability` is not asked for by them."""
    del reliability
    claims = tuple(entry.id for slot in tally.slots for option in slot.options for entry in option.entries)
    if not tally.slots:
        denied = tuple(entry.id for entry in tally.denied)
        return Judgement(0, 0, 0, open=False, claims=denied, reasons=(reason("acled-unknown"),))
    number = sum(min(_number(option) for option in slot.options) for slot in tally.slots)
    vague = all(option.number is None for slot in tally.slots for option in slot.options)
    why = reason("acled-word", best=number) if vague else reason("acled-lowest")
    return Judgement(number, number, number, open=False, claims=claims, reasons=(why,))


def _number(option: Option) -> int:
    if option.number is not None:
        return option.number
    low = option.low or 0
    return next((recorded for fewest, recorded in WORDS if low >= fewest), low)


ACLED = register(Policy("acled", __doc__ or "", judge))
