"""Publication dates are taken as written or refused."""

import pytest

from bilan.errors import InputError, UsageError
from bilan.read.published import check_published


@pytest.mark.parametrize(
    "value",
    [
        "2016-10-11", "2016-10-11T08:30", "2016-10-11 08:30:00", "2016-10-11T08:30:00Z", "2016-10-11T08:30:00+02:00",
        "2016-10-11T08:30:00.123456789-0500", "2024-02-29",
    ],
)  # fmt: skip
def test_a_date_or_date_time_is_returned_unchanged(value: str) -> None:
    assert check_published(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "", "hier", "2016", "2016-10", "11/10/2016", "20161011", "2016-W41-2", "2016-02-30", "2015-02-29",
        "2016-10-11T25:00", "2016-10-11T", " 2016-10-11", "2016-10-11\n", "٢٠١٦-١٠-١١",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_what_is_expected(value: str) -> None:
    with pytest.raises(InputError, match="2016-10-11T08:30"):
        check_published(value)


def test_a_bad_option_is_a_mistake_of_usage_and_names_the_option() -> None:
    with pytest.raises(UsageError, match=r"--published 'hier'"):
        check_published("hier", option=True)
