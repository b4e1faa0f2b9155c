"""Which event a toll belongs to: nearest trigger that can have its outcome, else the headline's, else none."""

from tests.unit.annotate.reading import annotated, tolls
from tests.unit.claims.drafting import make_draft

from bilan.annotate.triggers import Trigger
from bilan.claims.draft import Draft
from bilan.claims.happenings import name_events, triggers_by_sentence
from bilan.events.load import load_events
from bilan.pipeline import Tools

ALLOWED = {
    "air-drone-strike": frozenset({"killed", "injured"}),
    "arrests": frozenset({"detained"}),
    "attack": frozenset({"killed", "injured"}),
}


def named(draft: Draft, *sentences: tuple[Trigger, ...]) -> str | None:
    ((found),) = name_events([draft], sentences, ALLOWED)
    return found.event


def triggers(tools: Tools, text: str) -> list[tuple[Trigger, ...]]:
    return triggers_by_sentence(annotated(tools, "fr", text))


def test_the_trigger_of_its_own_sentence_names_the_event(tools: Tools) -> None:
    found = triggers(tools, "Une frappe aérienne a fait douze morts.")
    assert named(make_draft(12), *found) == "air-drone-strike"


def test_an_event_that_cannot_have_the_outcome_is_passed_over(tools: Tools) -> None:
    found = triggers(tools, "Une frappe aérienne a eu lieu. La police a procédé à des arrestations.")
    assert [t.event for t in found[1]] == ["arrests"]
    assert named(make_draft(12, sentence=1), *found) == "air-drone-strike"
    assert named(make_draft(12, sentence=1, outcome="detained"), *found) == "arrests"


def test_a_sentence_before_may_name_it_and_one_behind_may_not(tools: Tools) -> None:
    before = triggers(tools, "Une frappe aérienne a eu lieu. Douze civils gisaient là.")
    behind = triggers(tools, "Douze civils gisaient là. Une frappe aérienne a eu lieu.")
    assert named(make_draft(12, sentence=1), *before) == "air-drone-strike"
    assert named(make_draft(12, sentence=0), *behind) is None


def test_without_triggers_the_event_stays_unknown() -> None:
    assert named(make_draft(12), ()) is None
    assert named(make_draft(12, sentence=2), (), (), ()) is None


def test_a_draft_without_an_outcome_gets_no_event(tools: Tools) -> None:
    found = triggers(tools, "Une frappe aérienne a eu lieu.")
    assert named(make_draft(None, outcome=None), *found) is None


def test_an_event_already_known_is_kept(tools: Tools) -> None:
    found = triggers(tools, "Une frappe aérienne a fait douze morts.")
    assert named(make_draft(12, event="attack"), *found) == "attack"


def test_the_headline_names_the_event_of_a_toll_far_below(tools: Tools) -> None:
    text = "Frappe aérienne à Idleb\n" + "La rue est calme. " * 5 + "Douze civils gisaient, tués."
    (toll,) = tolls(tools, "fr", text)
    assert toll.event == "air-drone-strike"


def test_no_toll_gets_an_event_that_cannot_have_its_outcome(tools: Tools) -> None:
    events = load_events()
    text = "Un séisme a fait douze morts. La police a arrêté trois suspects et quarante habitants ont été évacués."
    found = tolls(tools, "fr", text)
    assert len(found) >= 2
    for claim in found:
        assert claim.event is None or claim.outcome in events[claim.event].outcomes


def test_what_a_relative_clause_says_in_passing_names_no_event_of_the_toll(tools: Tools) -> None:
    text = "Deux infirmiers ont été tués dans l'attaque d'un convoi à Tellera, où sévit une épidémie de choléra."
    annotation = annotated(tools, "fr", text)
    found = triggers_by_sentence(annotation)
    allowed = ALLOWED | {"disaster": frozenset({"killed"})}
    at = next(i for i, low in annotation.sentences[0].low.items() if low == "infirmiers")
    ((named_one),) = name_events([make_draft(2, at=at)], found, allowed, annotation=annotation)
    assert {trigger.event for trigger in found[0]} == {"attack", "disaster"}
    assert named_one.event == "attack"


def test_the_only_event_of_a_sentence_names_it_wherever_it_stands(tools: Tools) -> None:
    annotation = annotated(tools, "en", "Twelve people who survived the air strike on the market have died.")
    found = triggers_by_sentence(annotation)
    ((named_one),) = name_events([make_draft(12, at=0)], found, ALLOWED, annotation=annotation)
    assert named_one.event == "air-drone-strike"
