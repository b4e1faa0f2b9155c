"""The documentation is whole: nothing undocumented, no dead link, nothing out of date, no path of a machine."""

import re
from pathlib import Path

import pytest
from tests.docs.pages import ROOT, find_pages
from tools.reference import FOLDER, SETTINGS, command_names, error_classes, pages

from bilan.cli.main import COMMANDS
from bilan.events.load import load_events
from bilan.export.registry import load_exporters
from bilan.figures.policy import list_policies

LINK = re.compile(r"\]\(([^)\s#]+)(#[^)\s]*)?\)")
SETTING = re.compile(r"(?<![A-Z_])BILAN_[A-Z]+")
RELATIVE = [str(page.relative_to(ROOT)) for page in find_pages()]


@pytest.mark.parametrize("name", pages())
def test_a_reference_page_is_what_the_code_gives(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert written == pages()[name], "out of date: run `make docs`"


def test_the_reference_folder_holds_no_other_page() -> None:
    assert {path.name for path in FOLDER.glob("*.md")} == {*pages(), "README.md"}


def test_every_command_is_documented() -> None:
    text = pages()["commands.md"]
    assert command_names() == set(COMMANDS)
    assert [name for name in COMMANDS if f"\n## bilan {name}\n" not in text] == []


def test_every_error_and_event_type_and_format_and_policy_is_documented() -> None:
    texts = pages()
    wanted = {
        "errors.md": [error.__name__ for error in error_classes()],
        "event-types.md": list(load_events()),
        "formats.md": list(load_exporters()),
        "policies.md": [policy.name for policy in list_policies()],
    }
    for name, words in wanted.items():
        assert words
        assert [word for word in words if not re.search(rf"[`# ]{re.escape(word)}[`\n ]", texts[name])] == []


def test_every_error_says_in_its_docstring_when_it_is_raised() -> None:
    assert [error.__name__ for error in error_classes() if not (error.__doc__ or "").strip()] == []


def test_every_environment_variable_the_code_reads_is_documented_and_no_other() -> None:
    sources = (ROOT / "src").rglob("*.py")
    read = {name for path in sources for name in SETTING.findall(path.read_text(encoding="utf-8"))}
    assert read == set(SETTINGS)


@pytest.mark.parametrize("name", RELATIVE)
def test_every_link_inside_the_documentation_leads_somewhere(name: str) -> None:
    page = ROOT / name
    targets = [found[1] for found in LINK.finditer(page.read_text(encoding="utf-8")) if "://" not in found[1]]
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("name", RELATIVE)
def test_every_page_of_docs_is_reached_from_another(name: str) -> None:
    page = (ROOT / name).resolve()
    others = [other for other in find_pages() if other.resolve() != page]
    reached = {
        (other.parent / found[1]).resolve()
        for other in others
        for found in LINK.finditer(other.read_text(encoding="utf-8"))
    }
    assert page in reached or page == ROOT / "README.md"


@pytest.mark.parametrize("name", RELATIVE)
def test_no_page_names_a_path_of_somebodys_machine(name: str) -> None:
    text = Path(ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"(?<![\w.])/(?:home|work|root|Users)/\S*", text) == []
