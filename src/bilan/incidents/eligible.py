"""Which claims may found an incident, which may only join one, and why the rest stand aside."""

from collections.abc import Mapping, Sequence

from bilan.model.claim import Claim
from bilan.model.text import Span

SURE = ("asserted", "hedged")
FINE = 3  # UCDP's code up to which a place tells one happening from another
BEYOND = ("rate", "share", "cumulative")  # these count more, or less, than one incident: they stand as envelopes


def founds(claim: Claim, known: Mapping[str, Claim]) -> bool:
    """Tell whether a claim may found an incident: a toll or event told as having happened, no part of a wider total.

    Args:
        claim: the claim.
        known: all claims of its report by id, to follow the links between them.
    """
    if claim.modality not in SURE:
        return False
    if claim.kind == "event":
        return is_told(claim)
    return claim.kind == "toll" and not beyond(claim, known)


def is_told(claim: Claim) -> bool:
    """Tell an event that can be recorded: who did it or suffered it, a time or a narrow place stands in its sentence.

    "Violence must end", "the attacks in the country" name a happening and nothing that tells it from others.
    """
    place, time = claim.place, claim.time
    where = place is not None and place.precision is not None and place.precision <= FINE and _inside(claim, place.span)
    return bool(claim.actors) or where or (time is not None and _inside(claim, time.span))


def _inside(claim: Claim, span: Span | None) -> bool:
    """Tell whether words stand in a claim's own sentence; those that stand nowhere are its own."""
    return span is None or span.overlaps(claim.sentence)


def beyond(claim: Claim, known: Mapping[str, Claim]) -> bool:
    """Tell whether a toll is a rate, a share, a cumulative total, or a part of one of these."""
    seen: set[str] = set()
    queue = [claim]
    while queue:
        step = queue.pop()
        if step.basis in BEYOND:
            return True
        seen.add(step.id)
        if step.basis == "part":
            queue += [known[whole] for whole in step.links.part_of if whole in known and whole not in seen]
    return False


def joins(claim: Claim, strand: Sequence[Claim], known: Mapping[str, Claim]) -> bool:
    """Tell whether a claim that founds nothing is clearly about the incident of `strand`, claims of its own report.

    A rate, share or cumulative total never is, nor a part of one. Others are when a link ties them; or when they stand
    in one sentence with it, or tell the same event, and name no other place or time; a need or a statement only in one
    sentence. Planned harm has not happened: only a link can tie it.
    """
    if claim.kind == "toll" and beyond(claim, known):
        return False
    if any(_linked(claim, other) for other in strand):
        return True
    if claim.modality == "planned":
        return False
    together = any(claim.sentence == other.sentence for other in strand)
    if claim.kind in ("need", "statement"):
        return together
    same_event = any(claim.event == other.event for other in strand if claim.event)
    same_place = claim.place is None or any(
        other.place is not None and _place_key(other) == _place_key(claim) for other in strand
    )
    same_time = claim.time is None or any(
        other.time is not None and other.time.earliest == claim.time.earliest for other in strand
    )
    return same_place and same_time and (same_event or together)


def why_not(claim: Claim, known: Mapping[str, Claim]) -> str:
    """Return the key of the message that says why a claim is in no incident."""
    if claim.kind in ("need", "statement"):
        return f"unlinked-{claim.kind}"
    if claim.kind == "toll" and beyond(claim, known):
        return f"unlinked-{claim.basis}"
    if claim.kind == "event" and claim.modality in SURE and not is_told(claim):
        return "unlinked-bare"
    return f"unlinked-{claim.modality}"


def _linked(left: Claim, right: Claim) -> bool:
    return right.id in _ties(left) or left.id in _ties(right)


def _ties(claim: Claim) -> tuple[str, ...]:
    links = claim.links
    return (*links.part_of, *links.supersedes, *links.repeats, *links.contradicts, *links.denies)


def _place_key(claim: Claim) -> str | None:
    return None if claim.place is None else claim.place.id or claim.place.text.casefold()
