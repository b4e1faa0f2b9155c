"""Drafts become claims: ids that stay, exact quotes, text order."""

from collections.abc import Sequence

from tests.unit.annotate.reading import annotated, toll
from tests.unit.claims.drafting import make_draft

from bilan.claims.claims import make_claims
from bilan.claims.draft import Draft
from bilan.model.claim import Claim, Need, Statement, claim_id
from bilan.model.place import Place
from bilan.model.text import Span
from bilan.model.time import TimeSpan
from bilan.pipeline import Tools

TEXT = "Douze civils ont été tués à Idleb. Trois soldats ont été blessés."
FIRST, SECOND = Span(0, 12), Span(35, 48)


def made(
    tools: Tools, *drafts: Draft, places: Sequence[Place] = (), times: Sequence[TimeSpan] = ()
) -> tuple[Claim, ...]:
    return make_claims(annotated(tools, "fr", TEXT), drafts, places, times)


def test_a_quote_is_cut_out_with_the_words_around_it(tools: Tools) -> None:
    (claim,) = made(tools, make_draft(3, sentence=1, quote=SECOND))
    assert claim.quote.exact == "Trois soldats"
    assert claim.quote.prefix.endswith("à Idleb. ")
    assert claim.quote.suffix == " ont été blessés."
    assert claim.sentence.of(TEXT) == "Trois soldats ont été blessés."


def test_claims_come_in_text_order_whatever_the_order_of_drafts(tools: Tools) -> None:
    one, other = make_draft(12, quote=FIRST), make_draft(3, sentence=1, quote=SECOND)
    assert made(tools, other, one) == made(tools, one, other)
    assert [claim.quote.start for claim in made(tools, other, one)] == [0, 35]


def test_links_follow_their_claims_through_the_sorting(tools: Tools) -> None:
    part = make_draft(3, quote=FIRST, basis="part", whole=1)
    whole = make_draft(12, sentence=1, quote=SECOND)
    first, second = made(tools, part, whole)
    assert first.links.part_of == (second.id,)
    assert second.links.part_of == ()


def test_an_id_depends_on_text_kind_outcome_quote_and_ordinal_only(tools: Tools) -> None:
    (plain,) = made(tools, make_draft(12, quote=FIRST))
    (other,) = made(tools, make_draft(13, quote=FIRST, event="attack", modality="hedged", people=("child",)))
    assert plain.id == other.id == claim_id(plain.digest, "toll", "killed", FIRST, 0)
    (injured,) = made(tools, make_draft(12, quote=FIRST, outcome="injured"))
    (moved,) = made(tools, make_draft(12, quote=SECOND, sentence=1))
    assert len({plain.id, injured.id, moved.id}) == 3


def test_two_claims_on_the_same_words_have_two_ids(tools: Tools) -> None:
    found = made(tools, make_draft(14, quote=FIRST), make_draft(19, quote=FIRST))
    assert len({claim.id for claim in found}) == 2


def test_what_a_claim_is_about_is_in_its_id(tools: Tools) -> None:
    drafts = (
        make_draft(None, kind="need", outcome=None, quote=FIRST, need=Need("health")),
        make_draft(None, kind="need", outcome=None, quote=FIRST, need=Need("food")),
        make_draft(None, kind="statement", outcome=None, quote=FIRST, statement=Statement("intent", "x")),
        make_draft(None, kind="event", outcome=None, quote=FIRST, event="attack"),
    )
    found = made(tools, *drafts)
    expected = [("need", "health"), ("need", "food"), ("statement", "intent"), ("event", "attack")]
    digest = found[0].digest
    assert {claim.id for claim in found} == {claim_id(digest, kind, what, FIRST, 0) for kind, what in expected}
    assert {claim.maker for claim in found} == {"need/1", "statement/1", "event/1"}


def test_place_and_time_are_those_of_the_mentions_chosen(tools: Tools) -> None:
    places, times = (Place("Idleb"), Place("Alep")), (TimeSpan("mardi"),)
    (claim,) = made(tools, make_draft(12, quote=FIRST, place_mention=1, time_mention=0), places=places, times=times)
    assert (claim.place, claim.time) == (places[1], times[0])
    (claim,) = made(tools, make_draft(12, quote=FIRST), places=places, times=times)
    assert (claim.place, claim.time) == (None, None)


def test_a_place_said_by_a_common_noun_wins_over_a_mention(tools: Tools) -> None:
    city = Place("la ville")
    (claim,) = made(tools, make_draft(12, quote=FIRST, place_mention=0, where=city), places=(Place("Idleb"),))
    assert claim.place == city


def test_no_drafts_no_claims(tools: Tools) -> None:
    assert made(tools) == ()


def test_the_place_found_does_not_change_the_id(tools: Tools) -> None:
    here = toll(tools, "fr", TEXT.partition(".")[0] + ".")
    assert here.place is not None
    (bare,) = make_claims(annotated(tools, "fr", TEXT.partition(".")[0] + "."), [make_draft(12, quote=FIRST)], (), ())
    assert bare.id == here.id
