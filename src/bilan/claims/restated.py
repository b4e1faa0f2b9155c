"""Each amount once: what says again whom an earlier claim spoke of is refused.

Within a sentence one phrase may suffer two outcomes, of which the graver stands; across sentences a lone pronoun or a
victim brought to hospital restates.
"""

from collections.abc import Mapping, Sequence

from bilan.annotate.amount import Number
from bilan.annotate.phrases import Phrase
from bilan.claims import refusals
from bilan.claims.draft import Draft
from bilan.claims.refusals import Judged, Refusal, refuse_draft

Key = tuple[str | None, int]  # outcome and token

LISTED = ("/coordination", "/listed")
ATTACKER = ("attacker",)
RESTATED = 2  # sentences within which "hospitalised" speaks of the victim just named
PRONOUN_OUTCOMES = frozenset({"killed", "injured", "abducted", "detained", "missing"})


def with_people(drafts: Sequence[Draft]) -> list[Draft]:
    """Let a bare number mean the people counted just before: "huit soldats ont péri et trois ont été blessés"."""
    out: list[Draft] = []
    for draft in drafts:
        before = next((d for d in reversed(out) if d.people != ATTACKER), None)
        bare = draft.phrase is not None and draft.phrase.form == "number" and draft.people == ("unknown",)
        if (
            bare
            and before is not None
            and before.sentence == draft.sentence
            and draft.clause
            and draft.clause.kind != "toll"
        ):
            draft = draft.but(people=before.people)  # noqa: PLW2901  # the same draft, better known
        out.append(draft)
    return out


def without_restatements(drafts: Sequence[Draft]) -> Judged:
    """Refuse what only says again whom an earlier claim spoke of: a lone pronoun, a victim brought to hospital."""
    kept: list[Draft] = []
    refused: list[Refusal] = []
    for draft in drafts:
        single = draft.count is not None and draft.count.low == draft.count.high == 1
        earlier = [d for d in kept if d.count is not None and d.count.low == d.count.high == 1]
        if draft.people == ATTACKER:  # the attacker is none of those harmed before
            earlier = [d for d in earlier if d.people == ATTACKER]
        pronoun = draft.phrase is not None and draft.phrase.form == "pronoun"
        told = any(d.outcome in {draft.outcome, "killed"} for d in earlier)
        if single and pronoun and (told or draft.outcome not in PRONOUN_OUTCOMES):
            refused.append(refuse_draft(draft, refusals.RESTATED))
            continue
        if single and draft.outcome == "treated" and any(draft.sentence - d.sentence <= RESTATED for d in earlier):
            refused.append(refuse_draft(draft, refusals.RESTATED))
            continue
        kept.append(draft)
    return Judged(kept, refused)


def each_once(drafts: Sequence[Draft]) -> Judged:
    """Keep each (outcome, amount) once; a person killed is not also injured by the same shot."""
    firm = [draft for draft in drafts if not draft.rule.endswith(LISTED)]
    own = {draft.at for draft in firm} | {
        draft.at
        for draft in drafts
        if draft.phrase and any(_holds(other, draft.phrase) for other in firm)  # "un soldat tué et un autre blessé"
    }
    kept: dict[Key, Draft] = {}
    refused: list[Draft] = []
    numbers: set[tuple[str | None, Number | None]] = set()
    for draft in sorted(drafts, key=lambda d: d.clause is not None and d.clause.kind == "toll"):
        if draft.rule.endswith(LISTED) and draft.at in own:
            refused.append(draft)  # "deux morts et dix personnes blessées": the ten have a predicate of their own
            continue
        number = draft.phrase.number if draft.phrase else None
        if number is not None and not number.one and (draft.outcome, number) in numbers:
            refused.append(draft)  # "the toll rose to 19 dead": toll and dead count the same 19
            continue
        numbers.add((draft.outcome, number))
        if kept.setdefault((draft.outcome, draft.at), draft) is not draft:
            refused.append(draft)
    doubled, joint = _doubled(kept), _joint(kept)
    refusing = [refuse_draft(draft, refusals.CLAIMED) for draft in refused]
    refusing += (refuse_draft(draft, refusals.CLAIMED) for key, draft in kept.items() if key in doubled - joint)
    refusing += (refuse_draft(draft, refusals.JOINT) for key, draft in kept.items() if key in joint)
    standing = (draft for key, draft in kept.items() if key not in doubled | joint)
    return Judged(sorted(standing, key=lambda d: (d.quote.start, d.quote.end)), refusing)


def _holds(draft: Draft, phrase: Phrase) -> bool:
    """Tell whether the words of a draft open with a phrase and go on to a noun of their own for victims."""
    own = draft.phrase
    return own is not None and own.first == phrase.first and own.head > phrase.last and draft.rule.startswith("person/")


def _doubled(kept: Mapping[Key, Draft]) -> set[Key]:
    """Return the lesser of two outcomes that one phrase suffers: whoever is killed is not also injured or treated."""
    killed = {at for (outcome, at), d in kept.items() if outcome == "killed" and d.count and d.count.wording != "vague"}
    cared = {at for (outcome, at), d in kept.items() if outcome == "treated" and _needs(d) == "patients"}
    tended = {number for at in cared if (number := _amount(kept["treated", at])) is not None}
    cared |= {at for (outcome, at), d in kept.items() if outcome == "injured" and _amount(d) in tended}
    hurt = {at for outcome, at in kept if outcome == "injured"} - cared  # "13 blessés hospitalisés" are injured only
    dead = {at for outcome, at in kept if outcome == "killed"}
    shot = {at for (outcome, at), d in kept.items() if outcome == "injured" and _needs(d) == "struck"} & dead
    doubled: set[Key] = {("injured", at) for at in killed | cared | shot}
    doubled |= {(o, at) for (o, at), d in kept.items() if _needs(d) == "captive" and at in dead | hurt}
    doubled |= {("missing", at) for at in dead}  # "porté disparu depuis lundi, a été retrouvé mort"
    return doubled | {("treated", at) for at in dead | hurt}


def _joint(kept: Mapping[Key, Draft]) -> set[Key]:
    """Return both of two outcomes whose verbs share one number: of "killed and wounded 12" none tells how many."""
    found: set[Key] = set()
    for (outcome, at), draft in kept.items():
        other = kept.get(("injured" if outcome == "killed" else "killed", at))
        if other is None or not {_needs(draft), _needs(other)} <= {""}:
            continue
        if draft.rule.endswith("/shared-object") or _side_by_side(draft, other):
            found |= {("killed", at), ("injured", at)}
    return found


def _side_by_side(draft: Draft, other: Draft) -> bool:
    """Tell "12 people were killed or wounded": two predicates that only a conjunction parts, one exact number."""
    one, two = draft.clause, other.clause
    if one is None or two is None or one.kind != two.kind or draft.count is None or draft.count.wording == "vague":
        return False
    several = draft.count.low is None or draft.count.low > 1
    return several and abs(one.predicate - two.predicate) == 2  # noqa: PLR2004  # the conjunction between them


def _amount(draft: Draft) -> Number | None:
    number = draft.phrase.number if draft.phrase else None
    return number if number is not None and not number.one else None


def _needs(draft: Draft) -> str:
    return draft.clause.word.needs if draft.clause else ""
