"""Score incidents against MUC-4's templates of TST1 and TST2: the incident's type, who did it.

The rules are those of MUC-3 and MUC-4 (N. Chinchor, "MUC-3 evaluation metrics" 1991, "MUC-4 evaluation metrics" 1992,
row "all templates"), with our reading of what they leave to a person:

* Our incidents told as news are responses; `muc_types.csv` says what MUC calls their types. Incidents that are only
  recalled and types that stand in no row are no responses.
* Within a report each template is aligned with one response of a type that is right, as many as can be; among such
  alignments the one with most perpetrators and places in common is taken. MUC also gave half a point for a near type;
  we give none.
* An aligned template is right. One that is not counts as missing, unless the key calls it optional; a response that is
  not aligned is spurious, in a report without any template too.
* Perpetrators: each string of the key is one answer, any alternative is right. A string of ours is right if one of the
  two holds all words of the other (articles, plurals and case aside). Strings of a spurious response are spurious,
  those of a missing template missing. A string the key calls optional may be missing.
* Who is an organisation is told by the registry's type; without one by the pack's words for bodies, and a name written
  as an acronym is one. All others are individuals. As in the key, people of an organisation ("members of the X front",
  "X guerrillas") name both: what stands behind "of", or the name in front, is the organisation's.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from bilan.annotate.humans import body_words, human_words
from bilan.evaluate.matching import best_pairs
from bilan.evaluate.muc import Telegram
from bilan.evaluate.perpetrators import acting, contains, content_words
from bilan.evaluate.scores import Tally
from bilan.incidents.profile import fold
from bilan.languages.load import Pack
from bilan.model.actor import ActorMatch, Registry
from bilan.model.claim import Actor
from bilan.model.incident import Incident

TYPES = Path(__file__).parent / "data" / "muc_types.csv"
SLOTS = {"organisation": "perp_organization", "individual": "perp_individual"}
PERSON = "person"  # the registry type that is no organisation
_WORD = re.compile(r"[^\W\d_]+")
ALIGNED = 1  # what a right type alone is worth; what else agrees decides between templates of one type


class TemplateScores(NamedTuple):
    """`type`: incidents of the right type. `organisation`, `individual`: strings of those who did it."""

    type: Tally
    organisation: Tally
    individual: Tally


class Response(NamedTuple):
    """One incident of ours as MUC would write it: types it may be, those who did it by slot, words of its place."""

    types: frozenset[str]
    perpetrators: Mapping[str, tuple[Actor, ...]]
    place: frozenset[str]


class Fill(NamedTuple):
    """One string of the key: the wordings that are right; `optional`: it need not be found."""

    alternatives: tuple[str, ...]
    optional: bool


def score_templates(telegrams: Iterable[Telegram], registry: Registry, pack: Pack) -> TemplateScores:
    """Compare the incidents of telegrams with the key.

    Args:
        telegrams: what was read of each report of both test sets.
        registry: tells organisations from persons.
        pack: whose words for bodies tell the same of those without a name.
    """
    total = TemplateScores(Tally(), Tally(), Tally())
    for telegram in telegrams:
        responses = [one for incident in telegram.incidents if (one := respond(incident, registry, pack)) is not None]
        scores = score_report(telegram.record["templates"], responses)
        total = TemplateScores(*(_sum(one, other) for one, other in zip(total, scores, strict=True)))
    return total


def respond(incident: Incident, registry: Registry, pack: Pack) -> Response | None:
    """Write an incident as MUC would; None if it is none of MUC's."""
    types = muc_types().get(incident.event)
    if types is None or incident.background:
        return None
    actors = acting(incident.actors)
    persons = tuple(actor for actor in actors if not is_organisation(actor, registry, pack))
    named = (body for actor in actors for body in organisations_of(actor, registry, pack))
    bodies = {fold(body.text): body for body in named}
    place = content_words(incident.place.text) if incident.place else frozenset[str]()
    return Response(types, {"organisation": tuple(bodies.values()), "individual": persons}, place)


def score_report(templates: Sequence[Mapping[str, Any]], responses: Sequence[Response]) -> TemplateScores:
    """Compare the responses of one report with its templates."""
    pairs = align(templates, responses)
    return TemplateScores(
        _tally_types(templates, responses, pairs),
        *(_tally_slot(templates, responses, pairs, slot) for slot in SLOTS),
    )


def align(templates: Sequence[Mapping[str, Any]], responses: Sequence[Response]) -> list[tuple[int, int]]:
    """Pair templates and responses of the right type, those the key asks for before its optional ones."""
    needed = [n for n, template in enumerate(templates) if not template["optional"]]
    first = best_pairs([[_gain(templates[n], response) for response in responses] for n in needed])
    pairs = [(needed[left], right) for left, right in first]
    taken = {right for _, right in pairs}
    free = [n for n in range(len(responses)) if n not in taken]
    others = [n for n, template in enumerate(templates) if template["optional"]]
    second = best_pairs([[_gain(templates[n], responses[m]) for m in free] for n in others])
    return sorted([*pairs, *((others[left], free[right]) for left, right in second)])


def organisations_of(actor: Actor, registry: Registry, pack: Pack) -> tuple[Actor, ...]:
    """Return the organisations an actor's words name: itself, or the one its people belong to."""
    if is_organisation(actor, registry, pack):
        return (actor,)
    words = actor.text.split()
    of = pack.toml("clauses")["phrases"]["of"]
    cuts = [" ".join(words[i + 1 :]) for i, word in enumerate(words) if word.lower() in of][:1]
    cuts += [" ".join(words[:i]) for i in range(len(words) - 1, 0, -1)]
    named = (Actor(actor.role, cut, match.id if match else None) for cut, match in _matched(cuts, registry, pack))
    return next(((one,) for one in named if is_organisation(one, registry, pack)), ())


def is_organisation(actor: Actor, registry: Registry, pack: Pack) -> bool:
    """Tell an organisation from individuals."""
    entry = registry.entry(actor.id) if actor.id else None
    if entry is not None and entry.type != PERSON:
        return True
    words = _WORD.findall(actor.text.lower())
    head = words[: next((i for i, word in enumerate(words) if word in pack.toml("clauses")["phrases"]["of"]), None)]
    human = human_words(pack).get(head[-1]) if head else None
    if human is not None:
        return human.kind == "body"
    return _is_acronym(actor.text) or " ".join(words) in body_words(pack)


def _matched(cuts: Sequence[str], registry: Registry, pack: Pack) -> list[tuple[str, ActorMatch | None]]:
    return list(zip(cuts, registry.match(cuts, pack.code), strict=True))


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) > 1 and text.isalpha()


@cache
def muc_types() -> Mapping[str, frozenset[str]]:
    """Return what MUC calls our event types."""
    with TYPES.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {row["event"]: frozenset(row["types"].split("+")) for row in rows}


def fills(template: Mapping[str, Any], slot: str) -> tuple[Fill, ...]:
    """Return the strings of a template's slot; one of whose alternatives is silence is optional."""
    found = []
    for fill in template[SLOTS[slot]] or ():
        values = [one["value"] for one in fill["alternatives"]]
        optional = template["optional"] or fill["optional"] or None in values
        found.append(Fill(tuple(value for value in values if value), optional))
    return tuple(found)


def _gain(template: Mapping[str, Any], response: Response) -> int:
    if not _types_of(template) & response.types:
        return 0
    right = [
        1
        for slot in SLOTS
        for fill in fills(template, slot)
        if any(_fits(fill, actor) for actor in response.perpetrators[slot])
    ]
    here = response.place & frozenset().union(*(content_words(name) for name in _places_of(template)))
    return ALIGNED + len(right) + bool(here)


def _types_of(template: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(one["value"] for fill in template["incident_type"] for one in fill["alternatives"])


def _places_of(template: Mapping[str, Any]) -> list[str]:
    steps = [step for fill in template["location"] or () for one in fill["alternatives"] for step in one[1:]]
    return [step["name"] for step in steps if step.get("name")]


def _tally_types(
    templates: Sequence[Mapping[str, Any]], responses: Sequence[Response], pairs: Sequence[tuple[int, int]]
) -> Tally:
    needed = sum(not template["optional"] for template in templates)
    right = sum(not templates[left]["optional"] for left, _ in pairs)
    return Tally(needed, len(responses) - (len(pairs) - right), right)


def _tally_slot(
    templates: Sequence[Mapping[str, Any]], responses: Sequence[Response], pairs: Sequence[tuple[int, int]], slot: str
) -> Tally:
    answered, tally = dict(pairs), Tally()
    for index, template in enumerate(templates):
        ours = responses[answered[index]].perpetrators[slot] if index in answered else ()
        tally = _sum(tally, _tally_fills(fills(template, slot), ours))
    spurious = set(range(len(responses))) - set(answered.values())
    return _sum(tally, Tally(0, sum(len(responses[n].perpetrators[slot]) for n in spurious), 0))


def _tally_fills(asked: Sequence[Fill], ours: Sequence[Actor]) -> Tally:
    needed = [fill for fill in asked if not fill.optional]
    pairs = best_pairs([[int(_fits(fill, actor)) for actor in ours] for fill in needed])
    taken = {right for _, right in pairs}
    extra = [
        n for n, actor in enumerate(ours) if n not in taken and not any(_fits(one, actor) for one in asked)
    ]  # a second wording of the same answer, or an optional one, is neither right nor wrong
    return Tally(len(needed), len(pairs) + len(extra), len(pairs))


def _fits(fill: Fill, actor: Actor) -> bool:
    return any(contains(actor, value) for value in fill.alternatives)


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally(one.gold + other.gold, one.predicted + other.predicted, one.matched + other.matched)
