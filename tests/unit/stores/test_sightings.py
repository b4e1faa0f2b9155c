import pytest
from tests.casebook_kit import make_input

from bilan.model.report import Report
from bilan.model.text import SetAside, Span
from bilan.stores.sightings import effective_report


def _seen(name: str, **fields: str) -> Report:
    return make_input("Words.", name, **fields)[0]


def test_a_records_own_date_wins_over_one_given_as_an_option() -> None:
    option = _seen("a", published="2020-01-01", published_from="option")
    record = _seen("b", published="2020-02-02", published_from="record")
    for order in ((option, record), (record, option)):
        assert effective_report(order).published == "2020-02-02"
        assert effective_report(order).published_from == "record"


def test_of_two_records_the_earlier_date_counts() -> None:
    late = _seen("a", published="2020-03-03", published_from="record")
    early = _seen("b", published="2020-02-02", published_from="record")
    assert effective_report((late, early)) == effective_report((early, late))
    assert effective_report((late, early)).published == "2020-02-02"


def test_of_two_options_the_last_given_counts_because_it_corrects_the_first() -> None:
    wrong = _seen("a", published="2020-01-01", published_from="option")
    right = _seen("a", published="2020-01-09", published_from="option")
    assert effective_report((wrong, right)).published == "2020-01-09"


def test_what_the_chosen_input_lacks_the_others_fill_in() -> None:
    dated = _seen("b", published="2020-01-01", published_from="record")
    titled = _seen("a", title="T", outlet="O", url="https://example.org/x")
    report = effective_report((dated, titled))
    assert (report.id, report.published, report.title, report.outlet) == ("a", "2020-01-01", "T", "O")
    assert report.url == "https://example.org/x"


def test_everything_set_aside_is_kept_once_in_text_order() -> None:
    late = SetAside("boilerplate", Span(3, 5), "ds", "menu")
    early = SetAside("solicitation", Span(0, 2), "Wo", "asks")
    one = Report("a", "Words.", "d", "en", set_aside=(late,))
    other = Report("b", "Words.", "d", "en", set_aside=(early, late))
    assert effective_report((one, other)).set_aside == (early, late)


def test_different_texts_are_no_one_report() -> None:
    with pytest.raises(ValueError, match="one and the same text"):
        effective_report((_seen("a"), make_input("Other words.", "b")[0]))
