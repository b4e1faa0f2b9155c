"""Every code block of the documentation runs.

* A page's `bash` blocks run one after another in one folder that holds copies of examples/ and docs/, with this
  environment's `bilan` first on the path. `make` is not run: CI's fresh clone does that.
* A page's `python` blocks run one after another in one namespace, in the same folder.
* A `text` block straight after either is what it prints; `...` stands for anything.
* A block with a reason after its language (```bash needs npm) is not run.
"""

import contextlib
import doctest
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.docs.pages import ROOT, Block, find_pages, iter_blocks

PAGES = {page: list(iter_blocks(page)) for page in find_pages()}
RUN = {"bash", "python"}
SHOWN = {"", "text", "json", "toml", "csv", "mermaid", "yaml"}
NAMES = {page: str(page.relative_to(ROOT)) for page in PAGES}
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def _has_code(page: Path) -> bool:
    return any(block.language in RUN and not block.mark for block in PAGES[page])


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if _has_code(page)], ids=NAMES.get)
def test_every_block_of_a_page_runs_and_prints_what_the_page_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("examples", "src/bilan/languages/fr"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    names: dict[str, Any] = {"__name__": "docs"}
    blocks = PAGES[page]
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if block.mark or block.language not in RUN:
            continue
        where = f"{NAMES[page]}:{block.line}"
        printed = _run_bash(block, where) if block.language == "bash" else _run_python(block, where, names)
        if after is not None and after.language == "text" and _follows(page, block, after):
            assert doctest.OutputChecker().check_output(after.text, printed, FLAGS), f"{where} prints:\n{printed}"


def _follows(page: Path, block: Block, after: Block) -> bool:
    """Tell whether nothing but white space stands between two blocks."""
    lines = page.read_text(encoding="utf-8").splitlines()
    end = block.line + block.text.count("\n") + 1
    return not any(line.strip() for line in lines[end : after.line - 1])


def _run_bash(block: Block, where: str) -> str:
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", _without_make(block.text)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "120"},
    )
    assert done.returncode == 0, f"{where} leaves with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout


def _without_make(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith(("make ", "git clone ")))


def _run_python(block: Block, where: str, names: dict[str, Any]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block.text, where, "exec"), names)  # noqa: S102  # our own documentation
    return printed.getvalue()


@pytest.mark.parametrize("page", PAGES, ids=NAMES.get)
def test_every_block_says_what_it_is(page: Path) -> None:
    unknown = [f"{NAMES[page]}:{block.line}: {block.language!r}" for block in PAGES[page]]
    known = [block.language in RUN | SHOWN and (block.language in RUN or not block.mark) for block in PAGES[page]]
    assert all(known), [where for where, fine in zip(unknown, known, strict=True) if not fine]
