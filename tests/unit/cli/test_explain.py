"""`bilan explain` from the outside: words or a file in, lines, JSON or a page out."""

import json
import subprocess
import sys
from pathlib import Path

SENTENCE = "Les rebelles ont abattu trois hélicoptères."


def _run(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bilan", "explain", *words]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_sentence_is_explained_as_lines() -> None:
    done = _run(SENTENCE, "--lang", "fr")
    assert done.returncode == 0, done.stderr
    assert "✗ “trois hélicoptères” · rule act/abattre/right-noun · thing" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 100


def test_a_file_is_explained_as_json(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(SENTENCE, encoding="utf-8")
    done = _run("--file", str(tmp_path / "report.txt"), "--json", "--lang", "fr")
    row = json.loads(done.stdout)
    assert (done.returncode, row["schema"], row["sentences"][0]["text"]) == (0, "bilan.explanation/1", SENTENCE)


def test_words_and_a_file_at_once_and_neither_are_mistakes_of_usage(tmp_path: Path) -> None:
    assert _run().returncode == 2
    assert _run(SENTENCE, "--file", str(tmp_path / "x.txt")).returncode == 2


def test_words_in_no_known_language_are_named() -> None:
    done = _run("x")
    assert done.returncode == 1
    assert "its language cannot be told" in done.stderr
