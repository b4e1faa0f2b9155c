"""What every exporter must hold to; a new one is tested by being found."""

import csv
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from tests.browser.fixture import make_view

from bilan.export.base import Exporter, ExportOptions
from bilan.export.columns import TYPES
from bilan.export.csv_tables import TABLES
from bilan.export.jsonl import read_records
from bilan.export.registry import load_exporters
from bilan.model.claim import Claim
from bilan.model.incident import Envelope, Incident
from bilan.model.view import CasebookView
from bilan.model.wire import claim_row
from bilan.model.wire_incident import envelope_row, incident_row

EXPORTERS = tuple(load_exporters().values())
NAMED = ExportOptions(include_names=True)
VICTIM = "Haddouche"
Record = TypeVar("Record", Incident, Envelope)

every_exporter = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)


def export(exporter: Exporter, view: CasebookView, folder: Path, options: ExportOptions | None = None) -> bytes:
    """Return all bytes an exporter writes, file after file."""
    target = folder / f"out{exporter.suffix}"
    written = exporter.write(view, target, options) if options else exporter.write(view, target)
    assert written
    return b"".join(path.name.encode() + b"\n" + path.read_bytes() for path in written)


def turned(view: CasebookView) -> CasebookView:
    """Return the view with every list in the opposite order."""
    return replace(
        view,
        reports=dict(reversed(list(view.reports.items()))),
        claims=view.claims[::-1],
        incidents=view.incidents[::-1],
        envelopes=view.envelopes[::-1],
        unlinked=view.unlinked[::-1],
        relations=view.relations[::-1],
    )


def test_the_shipped_formats_are_found() -> None:
    assert {exporter.name for exporter in EXPORTERS} >= {"jsonl", "csv", "geojson"}


@every_exporter
def test_an_exporter_says_what_it_is(exporter: Exporter) -> None:
    assert exporter.name.isidentifier()
    assert "/" in exporter.media_type
    assert exporter.suffix == "" or exporter.suffix.startswith(".")
    assert exporter.summary


@every_exporter
def test_the_same_casebook_gives_the_same_bytes(exporter: Exporter, tmp_path: Path) -> None:
    first = export(exporter, make_view(), tmp_path / "a")
    assert first == export(exporter, make_view(), tmp_path / "b")


@every_exporter
def test_the_order_of_the_records_does_not_matter(exporter: Exporter, tmp_path: Path) -> None:
    view = make_view()
    assert export(exporter, view, tmp_path / "a") == export(exporter, turned(view), tmp_path / "b")


@every_exporter
def test_every_claim_and_every_incident_is_there(exporter: Exporter, tmp_path: Path) -> None:
    view = make_view()
    text = export(exporter, view, tmp_path).decode()
    assert [claim.id for claim in view.claims if claim.id not in text] == []
    assert [incident.id for incident in view.incidents if incident.id not in text] == []


@every_exporter
def test_names_of_victims_stay_out_unless_asked_for(exporter: Exporter, tmp_path: Path) -> None:
    view = make_view()
    plain = export(exporter, view, tmp_path / "a").decode()
    asked = export(exporter, view, tmp_path / "b", NAMED).decode()
    assert VICTIM not in plain
    assert VICTIM in asked


@every_exporter
def test_a_withheld_report_leaves_only_its_reason(exporter: Exporter, tmp_path: Path) -> None:
    view = make_view()
    digest = next(digest for digest, report in view.reports.items() if report.outlet == "Sahel Info")
    held = replace(view.reports[digest], withheld="a source asked for it")
    text = export(exporter, replace(view, reports={**view.reports, digest: held}), tmp_path, NAMED).decode()
    gone = [claim for claim in view.claims if claim.digest == digest]
    assert gone
    assert "a source asked for it" in text
    assert all(claim.id in text for claim in gone)
    assert not any(claim.quote.exact in text for claim in gone)


@every_exporter
def test_an_empty_casebook_can_be_exported(exporter: Exporter, tmp_path: Path) -> None:
    assert export(exporter, CasebookView(reports={}), tmp_path)


@every_exporter
def test_what_stood_there_before_is_replaced_whole(exporter: Exporter, tmp_path: Path) -> None:
    full = export(exporter, make_view(), tmp_path)
    empty = export(exporter, CasebookView(reports={}), tmp_path)
    assert len(empty) < len(full)
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize(
    "hostile",
    ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\t=1", 'a"b,c\r\nd', "</script><b>", "\u202eabc", "\ud800", "\x00"],
)
@every_exporter
def test_hostile_text_cannot_break_out(exporter: Exporter, hostile: str, tmp_path: Path) -> None:
    target = tmp_path / f"out{exporter.suffix}"
    written = exporter.write(hostile_view(hostile), target, NAMED)
    if exporter.name == "jsonl":
        assert any(claim.quote.exact == hostile for claim in read_records(target).claims)
    elif exporter.name == "geojson":
        features = json.loads(target.read_bytes().decode("utf-8", "surrogatepass"))["features"]
        assert any(hostile in feature["properties"]["quotes"] for feature in features)
    else:
        cells = [cell for path in written for row in read_csv(path) for cell in row]
        assert hostile in {cell.removeprefix("'") for cell in cells}
        assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in cells)


def test_json_lines_read_back_without_loss(tmp_path: Path) -> None:
    view = make_view()
    export(load_exporters()["jsonl"], view, tmp_path, NAMED)
    read = read_records(tmp_path / "out.jsonl")
    assert rows(read.claims) == rows(view.claims)
    assert {claim.id: claim.digest for claim in read.claims} == {claim.id: claim.digest for claim in view.claims}
    assert [incident_row(i) for i in read.incidents] == [incident_row(i) for i in by_id(view.incidents)]
    assert [envelope_row(e) for e in read.envelopes] == [envelope_row(e) for e in by_id(view.envelopes)]
    assert set(read.unlinked) == set(view.unlinked)


def test_the_dictionary_covers_every_column_of_every_table(tmp_path: Path) -> None:
    written = load_exporters()["csv"].write(make_view(), tmp_path)
    *tables, dictionary = written
    header, *entries = read_csv(dictionary)
    assert header == ["table", "column", "type", "meaning", "values"]
    columns = [(path.stem, column) for path in tables for column in next(iter(read_csv(path)))]
    assert [(entry[0], entry[1]) for entry in entries] == columns
    assert all(entry[2] in TYPES and entry[3] for entry in entries)


def test_every_row_has_as_many_cells_as_its_header(tmp_path: Path) -> None:
    for path in load_exporters()["csv"].write(make_view(), tmp_path):
        assert len({len(row) for row in read_csv(path)}) == 1


def test_no_table_has_two_columns_of_one_name() -> None:
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name


def test_a_vocabulary_holds_every_value_of_its_column(tmp_path: Path) -> None:
    load_exporters()["csv"].write(make_view(), tmp_path)
    for table in TABLES:
        header, *body = read_csv(tmp_path / f"{table.name}.csv")
        for column in table.columns:
            if not column.values or column.name == "relations":  # a relation's cell also names the other claim
                continue
            cells = {row[header.index(column.name)] for row in body} - {""}
            found = {value for cell in cells for value in cell.split("; ")}
            assert found <= set(column.values), f"{table.name}.{column.name}"


def test_the_byte_order_mark_is_written_only_when_asked_for(tmp_path: Path) -> None:
    csv_tables = load_exporters()["csv"]
    plain = csv_tables.write(make_view(), tmp_path / "a")
    marked = csv_tables.write(make_view(), tmp_path / "b", ExportOptions(bom=True))
    assert not any(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in plain)
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in marked)


def test_an_unknown_number_is_an_empty_cell_and_never_zero(tmp_path: Path) -> None:
    load_exporters()["csv"].write(make_view(), tmp_path)
    header, *body = read_csv(tmp_path / "incidents.csv")
    aleppo = dict(zip(header, next(row for row in body if row[0] == "inc-aleppo"), strict=True))
    assert (aleppo["killed_low"], aleppo["killed_best"], aleppo["killed_high"]) == ("20", "", "99")
    assert (aleppo["injured_low"], aleppo["injured_words"]) == ("", "")


def hostile_view(hostile: str) -> CasebookView:
    """Return a casebook where every text a report can bring is hostile."""
    view = make_view()
    claim = view.claims[0]
    quote = replace(claim.quote, exact=hostile, prefix=hostile, suffix=hostile)
    speakers = tuple(replace(speaker, text=hostile) for speaker in claim.said_by)
    bad = replace(claim, quote=quote, said_by=speakers, report=hostile)
    reports = {digest: replace(report, outlet=hostile, names=(hostile,)) for digest, report in view.reports.items()}
    return replace(view, claims=(bad, *view.claims[1:]), reports=reports)


def read_csv(path: Path) -> list[list[str]]:
    """Read a table as a spreadsheet does."""
    with path.open(encoding="utf-8-sig", errors="surrogatepass", newline="") as stream:
        return list(csv.reader(stream, strict=True))


def rows(claims: Iterable[Claim]) -> list[dict[str, object]]:
    """Return the claims' contract records by id."""
    return [claim_row(claim) for claim in sorted(claims, key=lambda claim: claim.id)]


def by_id(items: Iterable[Record]) -> list[Record]:
    """Return records by their id."""
    return sorted(items, key=lambda item: item.id)
