"""Numbers set aside in a corpus: counted by reason, shown in context; what is no corpus is named."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bilan.errors import InputError
from bilan.evaluate.stray_numbers import count_reasons, find_stray_numbers, read_reports, stray_row
from bilan.pipeline import Tools

ROWS = [
    {"id": "a/1", "lang": "fr", "text": "Les rebelles ont abattu trois hélicoptères."},
    {
        "id": "a/2",
        "lang": "fr",
        "text": "Les rebelles ont abattu deux hélicoptères.\nIl avait 34 ans quand il est mort.",
    },
    {"id": "b/1", "lang": "ru", "text": "Погибли трое."},
    {"id": "b/2", "lang": "en", "text": "The rebels killed 30 cows."},
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "own.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return tmp_path


def test_reports_are_chosen_by_language_id_and_number_and_those_without_a_pack_left_out(gold: Path) -> None:
    assert [report.id for report in read_reports(gold, ["own"])] == ["a/1", "a/2", "b/2"]
    assert [report.id for report in read_reports(gold, ["own"], languages=["en"])] == ["b/2"]
    assert [report.id for report in read_reports(gold, ["own"], ids=["a/"], limit=1)] == ["a/1"]


def test_numbers_are_counted_by_reason_and_shown_in_their_sentence(gold: Path, tools: Tools) -> None:
    strays = list(find_stray_numbers(read_reports(gold, ["own"], languages=["fr"]), tools))
    assert count_reasons(strays) == [("thing", 2), ("age", 1)]
    assert stray_row(strays[0])["context"] == "Les rebelles ont abattu [trois] hélicoptères."


def test_a_corpus_that_is_not_there_or_no_corpus_is_named(gold: Path) -> None:
    with pytest.raises(InputError, match="no corpus other"):
        read_reports(gold, ["other"])
    (gold / "bad.jsonl").write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"bad.jsonl line 1"):
        read_reports(gold, ["bad"])


def test_the_command_counts_and_lists_those_of_one_reason(gold: Path) -> None:
    words = [
        "evaluate",
        "--gold",
        str(gold),
        "--task",
        "set-aside",
        "--corpus",
        "own",
        "--errors",
        "9",
        "--kind",
        "age",
    ]
    command = [sys.executable, "-m", "bilan", *words]
    done = subprocess.run([*command, "--json"], capture_output=True, check=False)
    summary, *rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert (summary["reports"], summary["reasons"]) == (3, {"thing": 3, "age": 1})
    assert [row["context"] for row in rows] == ["Il avait [34] ans quand il est mort."]
    wrong = subprocess.run([*command, "--kind", "nonsense"], capture_output=True, check=False)
    assert (wrong.returncode, b"no reason: nonsense" in wrong.stderr) == (2, True)
