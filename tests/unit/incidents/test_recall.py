"""News, or only recalled."""

import pytest
from tests.factory import PARENTS, make_claim, make_source, make_time

from bilan.incidents.heads import Taxonomy
from bilan.incidents.profile import make_context
from bilan.incidents.recall import find_tellings, recalls
from bilan.model.claim import Claim

OLD = make_time("2019-11-04")
NEWS = make_claim(at=0, time=None)


def recalled(claim: Claim, opening: Claim, published: str | None = "2021-03-03") -> bool:
    context = make_context([claim], [make_source("r1", published)], Taxonomy(PARENTS))
    return recalls([claim], find_tellings([claim, opening])[claim.digest], context)


def test_a_flag_read_off_the_sentence_decides() -> None:
    assert recalled(make_claim(at=400, flags=("background",)), NEWS)


def test_an_old_incident_in_a_report_that_opens_with_another_is_recalled() -> None:
    assert recalled(make_claim(at=400, time=OLD), NEWS)


def test_an_old_incident_that_the_report_opens_with_is_what_it_is_about() -> None:
    inquiry = make_claim(time=OLD)

    assert not recalled(inquiry, inquiry)


@pytest.mark.parametrize("published", ["2019-11-08", None])
def test_without_age_nothing_is_recalled(published: str | None) -> None:
    assert not recalled(make_claim(at=400, time=OLD), NEWS, published)


def test_a_report_without_a_date_is_no_older_than_the_last_incident_it_tells() -> None:
    dated = make_claim(at=0, time=make_time("2021-03-02"))

    assert recalled(make_claim(at=400, time=OLD), dated, None)
    assert not recalled(dated, dated, None)


def test_an_undated_incident_is_not_recalled() -> None:
    assert not recalled(make_claim(at=400, time=None), NEWS)
