"""Settle made claims of one incident and name what came out."""

from collections.abc import Sequence

from tests.factory import PARENTS, sources_of

from bilan.incidents.heads import Taxonomy
from bilan.incidents.profile import make_context
from bilan.incidents.relations import Classified, classify
from bilan.incidents.tally import Tally
from bilan.model.claim import Claim
from bilan.model.extraction import Source


def settled(*claims: Claim, sources: Sequence[Source] | None = None) -> Classified:
    context = make_context(claims, sources_of(claims) if sources is None else sources, Taxonomy(PARENTS))
    return classify(claims, context)


def kinds(found: Classified) -> set[tuple[str, str, str]]:
    return {(verdict.source, verdict.kind, verdict.target) for verdict in found.verdicts}


def tally(found: Classified, outcome: str = "killed", people: str = "all") -> Tally:
    return next(one for one in found.tallies if (one.outcome, one.people) == (outcome, people))


def numbers(one: Tally) -> list[list[int | None]]:
    return [[option.number for option in slot.options] for slot in one.slots]
