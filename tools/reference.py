"""Write docs/reference/ from the code: `make docs`. tests/docs/test_reference.py fails when a page is out of date.

Pages: commands (every command's --help), records (the JSON contract), event types, errors, pack files, settings,
formats, policies. Nothing here is true by hand but the meanings of fields and settings below, and a field, setting or
error without its meaning is an error.
"""

import inspect
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import typer.testing
from typer.main import get_command

from bilan import errors
from bilan.actors.search import Found
from bilan.cli.actors import REASONS, found_row
from bilan.cli.main import COMMANDS, build_app
from bilan.errors import BilanError
from bilan.events.load import family_of, load_events, load_families
from bilan.export.registry import load_exporters
from bilan.figures import acled, ibc, ucdp
from bilan.figures.policy import list_policies
from bilan.languages.load import SHIPPED
from bilan.model import claim as claims
from bilan.model.actor import ACTOR_TYPES, ActorEntry
from bilan.model.claim import Actor, Claim, Count, Derived, Need, Speaker, Statement, Victim
from bilan.model.ids import ClaimId, IncidentId
from bilan.model.incident import RELATIONS, Envelope, Figure, Incident, Relation, Unlinked
from bilan.model.place import Place
from bilan.model.text import Quote, Span
from bilan.model.time import TimeSpan
from bilan.model.wire import Row, claim_row
from bilan.model.wire_incident import envelope_row, incident_row, unlinked_row
from bilan.places.rows import toponym_row

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "reference"
HEAD = "<!-- Made by tools/reference.py from the code: change that, then run `make docs`. -->\n\n"
POLICIES = (acled, ibc, ucdp)  # importing them registers them
WIDTH = 100
SETTINGS = {
    "BILAN_DEBUG": "Set to anything: an error prints where in the code it arose.",
    "BILAN_EXAMPLES": "Folder of the texts that row tables name, for `bilan evaluate --rows` and the tests.",
    "BILAN_GOLD": "Folder of the gold corpora, for `bilan evaluate` and the tests; tests that need it skip without it.",
}
"""Environment variables and what they do; tests hold this against the code."""

EXIT_CODES = {
    0: "done; a report in a language without a pack was set aside and named, which is no failure",
    1: "an error; its message names the input and the way out",
    2: "the command line asks for something that cannot be",
    3: "some inputs failed, each named on standard error; the others were printed",
    4: "stored evidence or the log are not what they were",
    130: "interrupted",
}

VOCABULARIES = {
    "kind": claims.KINDS,
    "outcome": claims.OUTCOMES,
    "basis": claims.BASES,
    "per": claims.PERIODS,
    "modality": claims.MODALITIES,
    "people": claims.PEOPLE,
    "count.wording": claims.WORDINGS,
    "actors.role": claims.ACTOR_ROLES,
    "relations.kind": RELATIONS,
    "type": ACTOR_TYPES,
    "why": tuple(REASONS),
}

MEANINGS: Mapping[str, str] = tomllib.loads((Path(__file__).parent / "meanings.toml").read_text("utf-8"))

NESTED = frozenset(
    {"count", "derived", "victims", "said_by", "actors", "need", "statement", "place", "time", "links", "quote"}
    | {"sentence", "figures", "relations", "recorded"}
)


def pages() -> Mapping[str, str]:
    """Return all pages: file name → text."""
    makers: dict[str, Callable[[], Iterator[str]]] = {
        "commands.md": _commands,
        "records.md": _records,
        "event-types.md": _event_types,
        "errors.md": _errors,
        "pack-files.md": _pack_files,
        "settings.md": _settings,
        "formats.md": _formats,
        "policies.md": _policies,
    }
    return {name: HEAD + "\n".join(maker()).rstrip() + "\n" for name, maker in makers.items()}


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"docs/reference/{name}")


def error_classes() -> tuple[type[BilanError], ...]:
    """Return all error classes, as errors.py has them."""
    found = (value for value in vars(errors).values() if inspect.isclass(value) and issubclass(value, BilanError))
    return tuple(found)


def _commands() -> Iterator[str]:
    yield from ("# Commands", "")
    yield "Data goes to standard output, all else to standard error; `-` reads standard input."
    yield from ("", "| exit code | meaning |", "|---|---|")
    yield from (f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items())
    commands = getattr(get_command(build_app(None)), "commands", {})
    for name in COMMANDS:
        yield from ("", f"## bilan {name}", "", "```text", _help(name), "```")
        for inner in getattr(commands[name], "commands", {}):
            yield from ("", f"### bilan {name} {inner}", "", "```text", _help(name, inner), "```")


def _help(command: str, *inner: str) -> str:
    runner = typer.testing.CliRunner()
    settings = {"COLUMNS": str(WIDTH), "TERMINAL_WIDTH": str(WIDTH), "NO_COLOR": "1", "LANG": "C"}
    found = runner.invoke(build_app(command), [command, *inner, "--help"], prog_name="bilan", env=settings)
    if found.exit_code:
        raise SystemExit(f"bilan {command} --help: {found.output}")
    lines = (line.rstrip() for line in found.output.strip().splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _records() -> Iterator[str]:
    yield from ("# Records", "")
    yield "JSON lines, one record each. Null fields are printed. Offsets count code points of the report's own text."
    for title, row in _samples():
        yield from ("", f"## {title}", "", "| field | meaning | values |", "|---|---|---|")
        yield from _field_rows(row, "")


def _field_rows(row: Row, prefix: str) -> Iterator[str]:
    for name, value in row.items():
        key = f"{prefix}{name}"
        if key not in MEANINGS:
            raise SystemExit(f"tools/reference.py: MEANINGS lacks {key}")
        words = VOCABULARIES.get(key, ())
        yield f"| `{key}` | {MEANINGS[key]} | {' · '.join(words)} |"
        inner = value[0] if isinstance(value, list) and value else value
        if key in NESTED and isinstance(inner, dict):
            yield from _field_rows(inner, f"{key}.")


def _samples() -> Iterator[tuple[str, Row]]:
    """Make one record of each schema with everything in it, so that its fields can be listed."""
    span = Span(0, 1)
    place, time = Place("p", span=span), TimeSpan("t", span=span)
    actor = Actor("perpetrator", "a")
    claim = Claim(
        id=ClaimId("clm-0"),
        report="r",
        digest="",
        kind="toll",
        quote=Quote(0, 1, "", "", ""),
        sentence=span,
        maker="toll/1",
        count=Count(1, 1, "exact", "un"),
        derived=(Derived(1, 1, "total", None, ""),),
        victims=(Victim("v"),),
        said_by=(Speaker("s", "selon"),),
        actors=(actor,),
        need=Need("health"),
        statement=Statement("intent", ""),
        place=place,
        time=time,
    )
    figure = Figure("killed", "all", 1, 1, 1, open=False, claims=(), policy="ucdp", reason="")
    incident = Incident(
        id=IncidentId("inc-0"),
        event="attack",
        claims=(),
        reports=(),
        place=place,
        time=time,
        actors=(actor,),
        figures=(figure,),
        relations=(Relation("repeats", "", "", ""),),
    )
    envelope = Envelope("env-0", "clm-0", "rate", "killed", ("unknown",), 1, 1, "exact", place=place, time=time)
    rows = (claim_row(claim), incident_row(incident), envelope_row(envelope), toponym_row("r", place))
    found = found_row(Found(ActorEntry("actor:a", "a", "state"), "name", "a"), own=False)
    for row in (*rows, unlinked_row(Unlinked("clm-0", "")), found):
        yield str(row["schema"]), row


def _event_types() -> Iterator[str]:
    events, families = load_events(), load_families()
    yield from ("# Event types", "", f"{len(events)} types in {len(families)} families; each is a file of")
    yield from ("`src/bilan/events/data/`. To add one: [how-to](../how-to/add-an-event-type.md).",)
    for family, labels in families.items():
        yield from ("", f"## {labels['en']}", "", "| type | means | parent | ACLED sub-event | PLOVER | UCDP | CAMEO |")
        yield "|---|---|---|---|---|---|---|"
        for event in events.values():
            if family_of(event.id, events) != family:
                continue
            cross = event.crosswalk
            ucdp_codes = ", ".join(map(str, cross.ucdp_violence))
            plover = " / ".join(filter(None, (cross.plover_event, cross.plover_mode)))
            acled_names = ", ".join(cross.acled_sub_events)
            means = f"{event.label['en']}: {event.definition['en']}"
            cameo = ", ".join(cross.cameo)
            yield f"| `{event.id}` | {means} | {event.parent} | {acled_names} | {plover} | {ucdp_codes} | {cameo} |"


def _errors() -> Iterator[str]:
    yield from ("# Errors", "", "All are in `bilan.errors`; every message names the input and, in brackets, the way")
    yield from ("out. `BILAN_DEBUG=1` shows where one arose.", "", "| error | kind of | meaning |", "|---|---|---|")
    for error in error_classes():
        above = error.__bases__[0].__name__
        meaning = (inspect.getdoc(error) or "").split("\n\n")[0].replace("\n", " ")
        yield f"| `{error.__name__}` | {above} | {meaning} |"


def _pack_files() -> Iterator[str]:
    yield from ("# Files of a language pack", "")
    yield "A pack is a folder `<code>/`. What follows are the heads of the French files and their columns."
    yield "Only `pack.toml` and `clauses.toml` must be there; what a pack leaves out, it does not find."
    for path in sorted((SHIPPED / "fr").glob("*.*")):
        if path.suffix not in {".csv", ".toml", ".txt"}:
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        head = list(_comment(lines))
        yield from ("", f"## {path.name}", "", *head)
        if path.suffix == ".csv":
            columns = next(line for line in lines if line and not line.startswith("#"))
            yield from ("", f"Columns: `{columns}`")
        if path.suffix == ".toml":
            tables = dict.fromkeys(re.findall(r"^\[+([a-z_.-]+)\]+$", "\n".join(lines), re.MULTILINE))
            yield from ("", f"Tables: {', '.join(f'`{table}`' for table in tables) or 'none'}")


def _comment(lines: list[str]) -> Iterator[str]:
    """Yield the comment a file begins with; signs that mean something in Markdown stay as they are written."""
    for line in lines:
        if not line.startswith("#"):
            return
        yield line.removeprefix("#").strip().replace("<", "\\<").replace("*", "\\*")


def _settings() -> Iterator[str]:
    yield from (
        "# Settings",
        "",
        "Environment variables; everything else is an option of a [command](commands.md).",
        "",
    )
    yield from ("| variable | what it does |", "|---|---|")
    yield from (f"| `{name}` | {meaning} |" for name, meaning in SETTINGS.items())


def _formats() -> Iterator[str]:
    yield from ("# Export formats", "", "`bilan export CASEBOOK --format NAME --output PATH`. To add one:")
    yield from (
        "[how-to](../how-to/add-an-exporter.md).",
        "",
        "| name | what it writes | media type |",
        "|---|---|---|",
    )
    for name, exporter in load_exporters().items():
        yield f"| `{name}` | {exporter.summary} | {exporter.media_type} |"


def _policies() -> Iterator[str]:
    yield from ("# Policies", "", "Named rule sets that make low, best and high of an incident's claims.")
    for policy in list_policies():
        yield from ("", f"## {policy.name}", "", policy.title.strip())


def command_names() -> frozenset[str]:
    """Return the names of all commands the command line has."""
    return frozenset(getattr(get_command(build_app(None)), "commands", {}))


if __name__ == "__main__":
    main()
