"""Mistakes in context."""

from tests.unit.evaluate.gold_factory import TEXT, answer, make_gold, make_gold_report, make_row

from bilan.evaluate.mistakes import CONTEXT, find_mistakes, mistake_row
from bilan.evaluate.scores import pair_reports


def test_a_claim_nobody_found_is_missed_and_one_too_many_is_spurious() -> None:
    pairings = pair_reports([make_gold_report(make_gold(at=0))], [make_row(4, 4, at=40)])
    assert [(mistake.kind, mistake.span.start) for mistake in find_mistakes(pairings)] == [
        ("missed", 0),
        ("spurious", 40),
    ]


def test_the_mistakes_of_a_report_kept_back_are_listed_only_on_demand() -> None:
    kept = next(r for r in (make_gold_report(make_gold(), id=f"r{i}") for i in range(200)) if r.kept_back)
    pairings = pair_reports([kept], [])
    assert list(find_mistakes(pairings)) == []
    assert [mistake.report for mistake in find_mistakes(pairings, kept_back=True)] == [kept.id]
    assert list(find_mistakes(pair_reports([make_gold_report(make_gold())], []), kept_back=True)) == []


def test_touching_quotes_with_another_number_are_one_near_miss() -> None:
    pairings = pair_reports([make_gold_report(make_gold(7, 7, at=0))], [make_row(7, None, at=5)])
    (mistake,) = find_mistakes(pairings)
    assert mistake.kind == "near"
    assert (mistake.span.start, mistake.span.end) == (0, 15)


def test_the_same_number_a_few_words_apart_is_a_near_miss_far_away_it_is_two_mistakes() -> None:
    report = make_gold_report(make_gold(7, 7, at=0))
    assert [m.kind for m in find_mistakes(pair_reports([report], [make_row(at=20)]))] == ["near"]
    assert [m.kind for m in find_mistakes(pair_reports([report], [make_row(at=200)]))] == ["missed", "spurious"]


def test_the_nearest_of_two_is_the_near_miss() -> None:
    gold = make_gold(7, 7, at=0)
    rows = [make_row(3, 3, at=0, outcome="injured"), make_row(9, 9, at=0)]
    kinds = {m.kind: m.row["outcome"] for m in find_mistakes(pair_reports([make_gold_report(gold)], rows)) if m.row}
    assert kinds == {"near": "killed", "spurious": "injured"}


def test_each_wrong_attribute_of_a_matched_claim_is_a_mistake() -> None:
    gold = make_gold(said_by=("police",), place="Tellera")
    row = answer(gold) | {"modality": "hedged", "place": None}
    kinds = [mistake.kind for mistake in find_mistakes(pair_reports([make_gold_report(gold)], [row]))]
    assert kinds == ["modality", "place"]


def test_a_perfect_answer_has_no_mistakes() -> None:
    gold = make_gold(said_by=("police",), place="Tellera", date="2016-03-05")
    assert not list(find_mistakes(pair_reports([make_gold_report(gold)], [answer(gold)])))


def test_mistakes_are_filtered_by_kind_and_by_outcome() -> None:
    report = make_gold_report(make_gold(at=0), make_gold(3, 3, at=20, outcome="injured"))
    pairings = pair_reports([report], [make_row(4, 4, at=60)])
    assert [m.kind for m in find_mistakes(pairings, kinds=["spurious"])] == ["spurious"]
    assert [m.span.start for m in find_mistakes(pairings, outcomes=["injured"])] == [20]


def test_the_context_holds_the_words_around_on_one_line() -> None:
    text = TEXT.replace(" ", "\n")
    gold = make_gold(at=100)
    (mistake,) = find_mistakes(pair_reports([make_gold_report(gold, text=text)], []))
    before, here, after = mistake.context
    assert (before + here + after).replace("⏎", "\n") == text[100 - CONTEXT : 110 + CONTEXT]
    assert "\n" not in before + here + after


def test_the_record_says_what_was_wanted_and_what_came() -> None:
    gold = make_gold(20, 99, wording="vague", said_by=("police",))
    (mistake,) = find_mistakes(pair_reports([make_gold_report(gold)], [answer(gold) | {"said_by": []}]))
    row = mistake_row(mistake)
    assert (row["kind"], row["gold"], row["predicted"]) == ("speaker", "killed 20..99  police", "killed 20..99  –")
