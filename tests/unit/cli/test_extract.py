"""`bilan extract` prints claims to machines and to people; the whole path is run once for each."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bilan.cli.extract import _listing
from bilan.model.claim import Claim, Count, Need, Speaker, claim_id
from bilan.model.extraction import Extraction
from bilan.model.ids import text_digest
from bilan.model.place import Place
from bilan.model.report import Report
from bilan.model.text import SetAside, Span, quote_of
from bilan.model.time import TimeSpan

TEXT = "Huit villageois ont été tués\nlundi à Tellera, selon le maire. Faites un don !"
SENTENCE = Span(0, TEXT.index(" Faites"))


def _claim() -> Claim:
    digest = text_digest(TEXT)
    span = Span(0, len("Huit villageois"))
    return Claim(
        id=claim_id(digest, "toll", "killed", span, 0), report="r1", digest=digest, kind="toll",
        quote=quote_of(TEXT, span), sentence=SENTENCE, maker="test/1", event="attack", outcome="killed",
        count=Count(8, 8, "exact", "Huit"), basis="rate", per="day", people=("civilian",), modality="hedged",
        said_by=(Speaker("le maire", "selon"),), place=Place("Tellera", "Tellera", country="SY"),
        time=TimeSpan("lundi", "2016-10-10", "2016-10-10", 1), flags=("place-doubtful",),
    )  # fmt: skip


def _extraction(*claims: Claim) -> Extraction:
    report = Report("r1", TEXT, text_digest(TEXT), "fr", published="2016-10-12", outlet="Le Fil")
    aside = SetAside("solicitation", Span(SENTENCE.end + 1, len(TEXT)), "Faites un don !", "An appeal.")
    return Extraction(report, claims, (), (aside,))


def _lines(extraction: Extraction, *, marked: bool = True, set_aside: bool = False) -> list[str]:
    return [line.plain.strip() for line in _listing(extraction, marked=marked, set_aside=set_aside)]


def test_a_claim_is_listed_with_all_it_knows_and_its_quote_in_its_sentence() -> None:
    lines = _lines(_extraction(_claim()))
    assert lines[0] == "r1 (fr, published 2016-10-12, Le Fil)"
    assert lines[1] == "1. toll: killed · 8 (exact: “Huit”) · rate per day · hedged"
    assert {
        "event: attack", "people: civilian", "where: Tellera, SY", "when: 2016-10-10 (“lundi”)", "said by: le maire",
        "flags: place-doubtful",
    } <= set(lines)  # fmt: skip
    assert "[Huit villageois] ont été tués lundi à Tellera, selon le maire." in lines


def test_on_a_terminal_the_quote_is_shown_by_style_and_nothing_is_added() -> None:
    [line] = [
        line for line in _listing(_extraction(_claim()), marked=False, set_aside=False) if "ont été" in line.plain
    ]
    assert "[" not in line.plain
    assert [line.plain[span.start : span.end] for span in line.spans if "bold" in str(span.style)] == [
        "Huit villageois"
    ]


def test_what_was_set_aside_is_counted_and_listed_on_demand() -> None:
    assert any("1 set aside" in line for line in _lines(_extraction()))
    assert "solicitation: Faites un don ! (An appeal.)" in _lines(_extraction(), set_aside=True)


def test_a_number_set_aside_is_counted_apart_and_listed_in_its_sentence() -> None:
    start = TEXT.index("lundi")
    span = Span(start, start + len("lundi"))
    number = SetAside("number", span, "lundi", "It is a date, a time or a length of time.", "time", SENTENCE)
    extraction = replace(_extraction(), set_aside=(number, *_extraction().set_aside))
    [line] = [line for line in _lines(extraction) if "--set-aside" in line]
    assert line.startswith("1 set aside as no evidence, 1 number beside casualty words set aside")
    assert (
        "number: Huit villageois ont été tués [lundi] à Tellera, selon le maire. "
        "(It is a date, a time or a length of time.)" in _lines(extraction, set_aside=True)
    )


def test_a_report_without_claims_says_so() -> None:
    assert "no claim found" in _lines(_extraction())


def test_times_that_are_not_resolved_are_shown_as_far_as_they_go() -> None:
    fields = {field: getattr(_claim(), field) for field in ("id", "report", "digest", "quote", "sentence", "maker")}
    relative = Claim(
        kind="toll", outcome="killed", time=TimeSpan("il y a un mois", anchor="publication", offset="-P1M"), **fields
    )
    unknown = Claim(kind="need", need=Need("health", ("plasma",)), time=TimeSpan("un jour", every="P1D"), **fields)
    lines = _lines(_extraction(relative, unknown))
    assert "when: publication -P1M (“il y a un mois”)" in lines
    assert "when: not resolved, every P1D (“un jour”)" in lines
    assert "items: plasma" in lines


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    records = [
        {"id": "fr/1", "text": "Huit civils ont été tués lundi à Alep, selon les secours.", "published": "2016-10-12"},
        {"id": 2},
        {"id": "en 3", "text": "Nine people were killed in Homs on Monday, police said.\n\nDonate now"},
        {"id": "sw", "text": "Watu tisa waliuawa katika shambulio la soko siku ya Jumatatu, polisi walisema."},
    ]
    (folder / "in.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return folder


def _run(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "bilan", *words], input=stdin, capture_output=True, check=False)


def test_the_whole_path_prints_one_json_claim_a_line_and_names_what_failed(inputs: Path) -> None:
    done = _run("extract", str(inputs), "--json", "--published", "2020-01-01")
    rows = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert done.returncode == 3, done.stderr.decode()
    assert {row["schema"] for row in rows} == {"bilan.claim/1"}
    assert [row["report"] for row in rows if row["kind"] == "toll"] == ["fr/1", "en 3"]
    errors = done.stderr.decode()
    assert "in.jsonl:2: the record has no" in errors
    assert "set aside: sw:4: there is no language pack for 'sw'" in errors


def test_standard_input_reads_like_the_file_and_set_aside_rows_come_on_demand(inputs: Path) -> None:
    data = (inputs / "in.jsonl").read_bytes()
    from_file = _run("extract", str(inputs / "in.jsonl"), "--json")
    from_stdin = _run("extract", "-", "--json", "--set-aside", stdin=data)
    rows = from_stdin.stdout.decode().splitlines()
    assert [row for row in rows if "bilan.claim/1" in row] == from_file.stdout.decode().splitlines()
    [aside] = [json.loads(row) for row in rows if "bilan.set-aside/1" in row]
    assert (aside["report"], aside["text"], aside["kind"]) == ("en 3", "Donate now", "solicitation")


def test_a_bad_date_is_a_mistake_of_usage_before_anything_is_printed(inputs: Path) -> None:
    done = _run("extract", str(inputs), "--published", "hier")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--published 'hier'" in done.stderr


def test_a_language_without_a_pack_alone_is_no_failure() -> None:
    done = _run("extract", "-", "--json", stdin="Восемь жителей погибли при нападении на рынок.".encode())
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"'ru'" in done.stderr
