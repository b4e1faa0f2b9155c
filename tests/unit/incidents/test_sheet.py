"""Updates, repeats and counts side by side, sorted out before totals are compared."""

from tests.factory import make_claim, make_source
from tests.unit.incidents.settling import kinds, numbers, settled, tally


def test_the_same_number_again_is_a_repeat() -> None:
    first, second = make_claim(report="r1"), make_claim(report="r2")

    found = settled(first, second)

    assert numbers(tally(found)) == [[3]]
    assert {verdict.kind for verdict in found.verdicts} == {"repeats"}


def test_a_marked_update_buries_the_old_number_and_its_repeats() -> None:
    title = make_claim(low=71)
    old = make_claim(low=71, at=400)
    new = make_claim(low=83, at=300, links={"supersedes": [old.id]})

    found = settled(title, old, new)

    assert numbers(tally(found)) == [[83]]
    assert (title.id, "repeats", old.id) in kinds(found)
    assert tally(found).updated


def test_two_sides_counted_in_one_sentence_add_up() -> None:
    ours = make_claim(low=160, at=10, sentence=0, people=("combatant",))
    theirs = make_claim(low=11, at=60, sentence=0, people=("combatant",))

    assert numbers(tally(settled(ours, theirs))) == [[171]]


def test_a_sentence_that_breaks_a_number_down_is_not_added_to_it() -> None:
    claims = [make_claim(low=low, at=20 * i, sentence=0) for i, low in enumerate((5, 3, 2))]

    assert numbers(tally(settled(*claims))) == [[5]]


def test_two_victims_told_side_by_side_are_two() -> None:
    nurse = make_claim(low=1, at=0, sentence=0, people=("medic",))
    patient = make_claim(low=1, at=14, sentence=0)

    assert numbers(tally(settled(nurse, patient))) == [[2]]


def test_one_number_told_twice_in_a_sentence_is_not_doubled() -> None:
    first = make_claim(low=4, at=0, sentence=0)
    again = make_claim(low=4, at=150, sentence=0)

    assert numbers(tally(settled(first, again))) == [[4]]


def test_a_number_that_the_report_opens_with_and_comes_back_to_is_its_last_word() -> None:
    title = make_claim(low=50, at=0, sentence=0)
    first = make_claim(low=20, at=100, sentence=100)
    later = make_claim(low=50, at=300, sentence=300)

    found = settled(title, first, later)

    assert numbers(tally(found)) == [[50]]
    assert (title.id, "supersedes", first.id) in kinds(found)


def test_a_headline_that_the_text_does_not_repeat_settles_nothing() -> None:
    found = settled(make_claim(low=50, at=0, sentence=0), make_claim(low=20, at=100, sentence=100))

    assert sorted(number or 0 for number in numbers(tally(found))[0]) == [20, 50]


def test_two_totals_far_apart_in_one_sentence_are_stages_not_sums() -> None:
    early = make_claim(low=20, at=10, sentence=0)
    late = make_claim(low=50, at=120, sentence=0)

    assert sorted(number or 0 for number in numbers(tally(settled(early, late)))[0]) == [20, 50]


def test_repeats_that_the_report_marks_both_ways_leave_the_number_standing() -> None:
    title = make_claim(low=50)
    body = make_claim(low=50, at=300, links={"repeats": [title.id]})

    found = settled(title, body)

    assert numbers(tally(found)) == [[50]]
    assert kinds(found) == {(body.id, "repeats", title.id)}


def test_a_marked_repeat_in_a_more_careful_wording_keeps_its_care() -> None:
    title = make_claim(low=37)
    body = make_claim(low=37, high=None, wording="at-least", at=300, links={"repeats": [title.id]})

    (slot,) = tally(settled(title, body)).slots

    assert slot.options[0].open


def test_those_who_died_between_two_numbers_are_part_of_the_new_one() -> None:
    old = make_claim(low=14, at=30)
    new = make_claim(low=19, at=20, links={"supersedes": [old.id]})
    since = make_claim(low=5, at=300)

    found = settled(old, new, since)

    assert numbers(tally(found)) == [[19]]
    assert "part-rise" in {verdict.why for verdict in found.verdicts}


def test_a_number_that_one_report_replaces_is_replaced_where_another_told_it() -> None:
    first = make_claim(report="r1", low=14, high=None, wording="at-least")
    old = make_claim(report="r2", low=14)
    new = make_claim(report="r2", low=19, at=20, links={"supersedes": [old.id]})

    found = settled(first, old, new, sources=[make_source("r1", None), make_source("r2", None)])

    assert numbers(tally(found)) == [[19]]
    assert (new.id, "supersedes", first.id) in kinds(found)


def test_a_part_whose_whole_the_report_does_not_point_at_is_no_total() -> None:
    found = settled(make_claim(low=5, high=None, wording="at-least"), make_claim(low=2, at=200, basis="part"))

    assert numbers(tally(found)) == [[5]]
    assert [verdict.why for verdict in found.verdicts] == ["part-told"]


def test_a_toll_that_rises_in_one_breath_is_not_added_up() -> None:
    early = make_claim(low=8, at=10, sentence=0, words="8 dead")
    late = make_claim(low=11, at=30, sentence=0, words="11 dead")

    assert sorted(number or 0 for number in numbers(tally(settled(early, late)))[0]) == [8, 11]


def test_two_nationalities_in_one_breath_add_up() -> None:
    one = make_claim(low=2, at=10, sentence=0, words="2 Belgians")
    other = make_claim(low=3, at=26, sentence=0, words="3 Danes")

    assert numbers(tally(settled(one, other))) == [[5]]


def test_a_smaller_number_that_the_report_opens_with_and_comes_back_to_is_its_last_word_too() -> None:
    title = make_claim(low=71, at=0, sentence=0)
    first = make_claim(low=75, at=100, sentence=100)
    later = make_claim(low=71, at=300, sentence=300)

    assert numbers(tally(settled(title, first, later))) == [[71]]


def test_a_larger_number_of_another_speaker_outlives_what_the_report_opens_with() -> None:
    title = make_claim(low=71, at=0, sentence=0)
    later = make_claim(low=71, at=300, sentence=300)
    other = make_claim(low=75, at=600, sentence=600, said_by=["the union"])

    assert sorted(number or 0 for number in numbers(tally(settled(title, later, other)))[0]) == [71, 75]


def test_a_toll_told_on_top_of_another_adds_up_in_its_sentence_and_across() -> None:
    guests = make_claim(low=4, at=0, sentence=0)
    more = make_claim(low=5, at=200, sentence=150, flags=("besides",))
    siblings = make_claim(low=12, at=0, sentence=0)
    teacher = make_claim(low=1, at=10, sentence=0, people=("civilian",), flags=("besides",))

    assert numbers(tally(settled(guests, more))) == [[9]]
    assert numbers(tally(settled(siblings, teacher))) == [[13]]


def test_kinds_of_people_side_by_side_are_no_breakdown_whatever_they_come_to() -> None:
    women = make_claim(low=2, at=0, sentence=0, people=("woman",))
    boy = make_claim(low=1, at=12, sentence=0, people=("man",))
    guard = make_claim(low=1, at=20, sentence=0, people=("man",), flags=("besides",))

    assert numbers(tally(settled(women, boy, guard))) == [[4]]
