"""What all tests share: where the gold and the example reports lie, and the pipeline's tools, loaded once."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bilan.pipeline import Tools

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # tests import their factories as `tests.…`, however pytest was started


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of the gold corpora: BILAN_GOLD, else `shared/gold` beside the repository."""
    return _folder("BILAN_GOLD", "gold")


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the example reports: BILAN_EXAMPLES, else `shared/examples` beside the repository."""
    return _folder("BILAN_EXAMPLES", "examples")


@pytest.fixture(scope="session")
def tools() -> Tools:
    """Parsers, gazetteer and registries, loaded once a session (seconds)."""
    from bilan.pipeline import load_tools  # noqa: PLC0415 - a stage's unit tests start without the whole pipeline

    return load_tools()


def _folder(variable: str, name: str) -> Path:
    folder = Path(os.environ.get(variable) or ROOT.parent / "shared" / name)
    if not folder.is_dir():
        pytest.skip(f"no folder {name}: set {variable}")
    return folder
