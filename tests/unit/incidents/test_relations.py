"""What tolls are to each other, settled before any range is made."""

from tests.factory import make_claim, make_source
from tests.unit.incidents.settling import kinds, numbers, settled, tally


def test_a_marked_correction_may_go_down() -> None:
    old = make_claim(low=75)
    new = make_claim(low=71, at=300, links={"supersedes": [old.id]})

    assert numbers(tally(settled(old, new))) == [[71]]


def test_a_larger_number_printed_on_a_later_day_supersedes() -> None:
    early, late = make_claim(report="r1", low=9), make_claim(report="r2", low=14)
    sources = [make_source("r1", "2021-03-02"), make_source("r2", "2021-03-03")]

    found = settled(early, late, sources=sources)

    assert kinds(found) == {(late.id, "supersedes", early.id)}
    assert numbers(tally(found)) == [[14]]


def test_the_hour_of_print_counts_where_both_give_it() -> None:
    early, late = make_claim(report="r1", low=9), make_claim(report="r2", low=14)
    sources = [make_source("r1", "2021-03-03T08:00:00+03:00"), make_source("r2", "2021-03-03T06:30:00+00:00")]

    assert numbers(tally(settled(early, late, sources=sources))) == [[14]]


def test_a_smaller_number_printed_later_contradicts() -> None:
    early, late = make_claim(report="r1", low=14), make_claim(report="r2", low=9)
    sources = [make_source("r1", "2021-03-02"), make_source("r2", "2021-03-03")]

    found = settled(early, late, sources=sources)

    assert kinds(found) == {(late.id, "contradicts", early.id)}
    assert sorted(number or 0 for number in numbers(tally(found))[0]) == [9, 14]


def test_later_hearsay_does_not_supersede_what_was_certain() -> None:
    early, late = make_claim(report="r1", low=9), make_claim(report="r2", low=14, modality="hedged")
    sources = [make_source("r1", "2021-03-02"), make_source("r2", "2021-03-03")]

    assert len(numbers(tally(settled(early, late, sources=sources)))[0]) == 2


def test_a_reprint_printed_late_supersedes_nothing() -> None:
    early, late = make_claim(report="r1", low=9), make_claim(report="r2", low=14)
    reprint = make_claim(report="r3", low=9)
    sources = [
        make_source("r1", "2021-03-02", group="wire"),
        make_source("r2", "2021-03-03"),
        make_source("r3", "2021-03-09", group="wire"),
    ]

    assert numbers(tally(settled(early, late, reprint, sources=sources))) == [[14]]


def test_on_one_day_two_sources_contradict() -> None:
    found = settled(make_claim(report="r1", low=9), make_claim(report="r2", low=14))

    assert [verdict.why for verdict in found.verdicts] == ["contradicts-sources"]


def test_a_rounded_number_repeats_what_it_rounds() -> None:
    rounded = make_claim(low=100, wording="about")
    exact = make_claim(low=97, at=300)

    found = settled(rounded, exact)

    assert kinds(found) == {(rounded.id, "repeats", exact.id)}


def test_a_vague_word_adds_nothing_to_a_number() -> None:
    dozens = make_claim(low=20, high=99, wording="vague")
    exact = make_claim(low=131, at=300, modality="hedged")

    assert numbers(tally(settled(dozens, exact))) == [[131]]


def test_at_least_n_agrees_with_any_larger_number() -> None:
    minimum = make_claim(low=9, high=None, wording="at-least")
    exact = make_claim(low=12, at=300)

    assert numbers(tally(settled(minimum, exact))) == [[12]]


def test_at_least_n_stands_beside_n_as_the_careful_one() -> None:
    title = make_claim(low=9)
    body = make_claim(low=9, high=None, wording="at-least", at=300)

    (slot,) = tally(settled(title, body)).slots

    assert slot.options[0].open


def test_a_marked_part_is_no_total_and_is_the_whole_of_its_group() -> None:
    whole = make_claim(low=9)
    part = make_claim(low=2, at=20, basis="part", people=("child",), links={"part_of": [whole.id]})

    found = settled(whole, part)

    assert numbers(tally(found)) == [[9]]
    assert numbers(tally(found, people="child")) == [[2]]


def test_a_narrower_group_fits_inside_the_total() -> None:
    found = settled(make_claim(report="r1", low=9), make_claim(report="r2", low=4, people=("police",)))

    assert numbers(tally(found)) == [[9]]
    assert [verdict.why for verdict in found.verdicts] == ["part-narrower"]


def test_a_group_larger_than_the_total_contradicts_it() -> None:
    found = settled(make_claim(report="r1", low=9), make_claim(report="r2", low=12, people=("civilian",)))

    assert sorted(number or 0 for number in numbers(tally(found))[0]) == [9, 12]


def test_disjoint_groups_without_a_total_add_up() -> None:
    found = settled(
        make_claim(low=4, people=("combatant",)), make_claim(low=2, at=300, people=("civilian",)),
    )  # fmt: skip

    assert numbers(tally(found)) == [[4], [2]]
    assert [verdict.kind for verdict in found.verdicts] == ["sums-to"]


def test_groups_that_may_overlap_do_not_add_up() -> None:
    found = settled(make_claim(low=9, people=("civilian",)), make_claim(low=3, at=300, people=("child",)))

    assert numbers(tally(found)) == [[9]]


def test_the_attackers_death_stands_outside_a_toll_of_others() -> None:
    soldiers = make_claim(low=4, people=("combatant",))
    title = make_claim(low=4, at=100)
    attacker = make_claim(low=1, at=300, people=("attacker",))

    found = tally(settled(soldiers, title, attacker))

    assert numbers(found) == [[4]]
    assert [entry.low for entry in found.outside] == [1]


def test_the_attackers_death_may_be_in_a_toll_of_anyone() -> None:
    found = tally(settled(make_claim(low=84), make_claim(low=1, at=300, people=("attacker",))))

    assert numbers(found) == [[84]]
    assert found.outside == ()


def test_none_of_ours_does_not_contradict_the_dead_of_the_others() -> None:
    theirs = make_claim(low=61, high=None, wording="at-least", people=("combatant",))
    ours = make_claim(low=0, at=300, people=("combatant",))

    assert numbers(tally(settled(theirs, ours))) == [[61]]


def test_a_denial_alone_is_kept_apart() -> None:
    found = tally(settled(make_claim(low=60, modality="denied")))

    assert found.slots == ()
    assert [entry.low for entry in found.denied] == [60]


def test_feared_and_cumulative_numbers_are_in_no_tally() -> None:
    found = settled(make_claim(low=60, modality="possible"), make_claim(low=9000, at=40, basis="cumulative"))

    assert found.tallies == ()


def test_a_claim_without_a_toll_gives_attributes_only() -> None:
    toll, clash = make_claim(), make_claim(outcome=None, at=300)

    assert kinds(settled(toll, clash)) == {(clash.id, "attributes-only", toll.id)}


def test_each_outcome_has_its_own_tally() -> None:
    found = settled(make_claim(low=3), make_claim("injured", 9, at=20, sentence=0))

    assert [(one.outcome, one.people) for one in found.tallies] == [("injured", "all"), ("killed", "all")]


def test_with_a_total_go_the_groups_its_report_counted() -> None:
    total = make_claim(report="r1", low=14)
    children = make_claim(report="r1", low=4, at=200, people=("child",), basis="part")
    nurses = make_claim(report="r1", low=1, at=400, people=("medic",), basis="part")
    later = make_claim(report="r2", low=19)
    counted_anew = make_claim(report="r2", low=7, at=200, people=("child",), basis="part")
    sources = [make_source("r1", "2021-03-03"), make_source("r2", "2021-03-04")]

    found = settled(total, children, nurses, later, counted_anew, sources=sources)

    assert numbers(tally(found, people="child")) == [[7]]
    assert numbers(tally(found, people="medic")) == [[1]]


def test_a_word_for_a_total_gives_way_to_groups_that_are_counted() -> None:
    several = make_claim(low=2, high=None, wording="vague")
    workers = make_claim(low=6, at=200, people=("aid-worker",))

    assert numbers(tally(settled(several, workers))) == [[6]]


def test_a_word_that_says_more_than_the_groups_counted_stays_the_toll() -> None:
    dozens = make_claim(low=20, high=99, wording="vague")
    soldiers = make_claim(low=3, at=200, people=("combatant",))

    assert numbers(tally(settled(dozens, soldiers))) == [[None]]


def test_an_open_total_does_not_hold_a_group_that_is_larger() -> None:
    found = settled(make_claim(low=7, high=None, wording="at-least"), make_claim(low=50, at=300, people=("combatant",)))

    assert numbers(tally(found)) == [[50]]


def test_villagers_counted_by_one_speaker_are_no_part_of_another_speaker_s_total() -> None:
    mayor = make_claim(low=26, people=("civilian",), said_by=["the mayor"])
    government = make_claim(low=18, at=300, said_by=["the government"])
    league = make_claim(low=31, at=600, said_by=["the league"])

    assert sorted(number or 0 for number in numbers(tally(settled(mayor, government, league)))[0]) == [18, 26, 31]


def test_no_villager_hurt_is_nobody_s_toll_of_everybody() -> None:
    officer = make_claim(low=0, people=("civilian",), said_by=["an officer"])
    league = make_claim(low=31, at=600, said_by=["the league"])

    assert numbers(tally(settled(officer, league))) == [[31]]


def test_officers_counted_by_one_speaker_are_some_of_another_speaker_s_dead() -> None:
    officers = make_claim(low=3, people=("police",), said_by=["the police"])
    everybody = make_claim(low=60, at=300, said_by=["the ministry"])

    assert numbers(tally(settled(officers, everybody))) == [[60]]


def test_at_least_so_many_and_a_number_of_another_voice_both_stand() -> None:
    police = make_claim(low=5, high=None, wording="at-least", said_by=["police"])
    clinic = make_claim(low=7, at=300, said_by=["a clinic"])

    found = settled(police, clinic)

    assert sorted(number or 0 for number in numbers(tally(found))[0]) == [5, 7]
    assert [verdict.why for verdict in found.verdicts] == ["contradicts-open"]


def test_at_least_so_many_is_replaced_by_a_larger_number_printed_later() -> None:
    first = make_claim(report="r1", low=12, high=None, wording="at-least")
    later = make_claim(report="r2", low=16)
    sources = [make_source("r1", "2021-03-03"), make_source("r2", "2021-03-04")]

    assert numbers(tally(settled(first, later, sources=sources))) == [[16]]
