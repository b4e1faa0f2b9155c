"""Relations between the claims of one report, each with two claims that stand in it and two that do not."""

from tests.unit.annotate.reading import annotated, tolls
from tests.unit.claims.drafting import make_draft, parted

from bilan.claims.draft import Draft
from bilan.claims.links import link_drafts
from bilan.claims.sameness import Setting
from bilan.model.claim import Claim, Links, Speaker
from bilan.pipeline import Tools

POLICE, ARMY = (Speaker("police", "selon"),), (Speaker("Armée", "selon"),)


def linked(tools: Tools, *drafts: Draft) -> list[Links]:
    """Link drafts that stand in eight quiet sentences; the ids are "0", "1" and so on."""
    annotation = annotated(tools, "fr", "La rue est calme. " * 8)
    return link_drafts(Setting(annotation), drafts, [str(i) for i in range(len(drafts))])


def by_low(claims: tuple[Claim, ...]) -> dict[int | None, Claim]:
    return {claim.count.low if claim.count else None: claim for claim in claims}


def test_a_lone_claim_has_no_links(tools: Tools) -> None:
    assert linked(tools, make_draft(3)) == [Links()]


def test_a_part_names_its_whole_and_not_the_reverse(tools: Tools) -> None:
    whole, part = linked(tools, make_draft(40), make_draft(12, basis="part", whole=0, at=5))
    assert whole == Links()
    assert part == Links(part_of=("0",))


def test_a_share_names_its_whole(tools: Tools) -> None:
    _, share = linked(tools, make_draft(40), make_draft(None, basis="share", share=0.5, whole=0, at=5))
    assert share == Links(share_of=("0",))


def test_the_newer_number_supersedes_the_older(tools: Tools) -> None:
    old = make_draft(71, rule="update/old", at=9)
    newer, older = linked(tools, make_draft(83, at=4), old)
    assert newer.supersedes == ("1",)
    assert older.supersedes == ()


def test_an_older_number_of_another_outcome_is_not_superseded(tools: Tools) -> None:
    newer, _ = linked(tools, make_draft(83, outcome="injured"), make_draft(71, rule="update/old", at=9))
    assert newer.supersedes == ()


def test_the_same_number_again_repeats_the_first(tools: Tools) -> None:
    first, second, third = linked(tools, make_draft(12), make_draft(12, sentence=1), make_draft(12, sentence=2))
    assert first.repeats == ()
    assert second.repeats == third.repeats == ("0",)


def test_another_number_or_outcome_or_a_single_victim_repeats_nothing(tools: Tools) -> None:
    others = (
        make_draft(13, sentence=1),
        make_draft(12, sentence=1, outcome="injured"),
        make_draft(1, sentence=1),
        make_draft(1, sentence=2),
    )
    assert {links.repeats for links in linked(tools, make_draft(12), *others)} == {()}


def test_two_speakers_with_different_totals_side_by_side_contradict_each_other(tools: Tools) -> None:
    one, other = linked(tools, make_draft(12, said_by=POLICE), make_draft(30, sentence=1, said_by=ARMY))
    assert (one.contradicts, other.contradicts) == (("1",), ("0",))


def test_one_speaker_does_not_contradict_himself(tools: Tools) -> None:
    again = (Speaker("Police", "selon"),)
    found = linked(tools, make_draft(12, said_by=POLICE), make_draft(30, sentence=1, said_by=again))
    assert {links.contradicts for links in found} == {()}


def test_claims_far_apart_of_other_people_or_of_no_speaker_do_not_contradict(tools: Tools) -> None:
    one = make_draft(12, said_by=POLICE, place_mention=0)
    for other in (
        make_draft(30, sentence=7, said_by=ARMY, place_mention=0),
        make_draft(30, sentence=1, said_by=ARMY, place_mention=0, people=("child",)),
        make_draft(30, sentence=1, said_by=ARMY, place_mention=0, basis="cumulative"),
        make_draft(30, sentence=1, place_mention=0),
    ):
        assert {links.contradicts for links in linked(tools, one, other)} == {()}


def test_links_point_at_claims_of_the_report_and_never_at_themselves(tools: Tools) -> None:
    text = (
        "Selon la police, le raid a fait 40 morts, dont 12 enfants. L'armée parle de 30 morts. "
        "Le bilan passe à 45 morts, contre 40 la veille. La moitié des victimes sont des femmes."
    )
    found = tolls(tools, "fr", text)
    ids = {claim.id for claim in found}
    for claim in found:
        links = claim.links
        for targets in (links.part_of, links.share_of, links.supersedes, links.repeats, links.contradicts):
            assert set(targets) <= ids - {claim.id}


def test_words_of_an_update_become_a_link(tools: Tools) -> None:
    found = by_low(tolls(tools, "fr", "L'explosion a fait 83 morts, contre 71 la veille."))
    assert found[83].links.supersedes == (found[71].id,)
    assert found[71].links.supersedes == ()


def test_enemies_are_no_older_number(tools: Tools) -> None:
    annotation, drafts = parted(tools, "fr", "Le raid contre 30 soldats a fait 12 morts.")
    assert {links.supersedes for links in link_drafts(Setting(annotation), drafts, ["a", "b", "c"][: len(drafts)])} == {
        ()
    }
