"""Any engine, same bytes: one line in ENGINES holds another to it."""

from collections.abc import Callable, Iterator

import pytest
from tests.casebook_kit import read_simply
from tests.factory import make_report

from bilan.engines.base import Engine
from bilan.engines.local import LocalEngine
from bilan.model.extraction import Extraction
from bilan.model.report import Failure, Report
from bilan.stores.rows import extraction_payload

ENGINES: dict[str, Callable[[], Engine]] = {
    "local": lambda: LocalEngine(lambda: read_simply),
    "local, two processes": lambda: LocalEngine(lambda: read_simply, jobs=2, start="fork"),
    "local, three processes": lambda: LocalEngine(lambda: read_simply, jobs=3, start="fork"),
}
TEXTS = (
    "3 killed in Tellera on 2021-03-02. Please give.",
    "unreadable",
    "",
    "9 injured in حلب on 2021-05-04. 1 killed in Markabo on 2021-05-04.",
    *(f"{n} killed in Tellera on 2021-03-02." for n in range(20)),
)


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    made = ENGINES[request.param]()
    yield made
    made.close()


def _reports() -> list[Report]:
    return [make_report(text, id=f"r{number}") for number, text in enumerate(TEXTS)]


def _bytes(outcome: Extraction | Failure) -> str:
    return repr(outcome) if isinstance(outcome, Failure) else extraction_payload(outcome)


def test_results_are_those_of_reading_one_by_one_in_the_order_given(engine: Engine) -> None:
    outcomes = list(engine.run(_reports()))
    assert len(outcomes) == len(TEXTS)
    for report, outcome in zip(_reports(), outcomes, strict=True):
        if "unreadable" in report.text:
            assert isinstance(outcome, Failure)
            assert outcome.name == report.id
        else:
            assert _bytes(outcome) == extraction_payload(read_simply(report))


def test_an_engine_can_be_run_again(engine: Engine) -> None:
    first = [_bytes(outcome) for outcome in engine.run(_reports())]
    assert [_bytes(outcome) for outcome in engine.run(_reports())] == first


def test_no_reports_give_no_results(engine: Engine) -> None:
    assert list(engine.run(())) == []
