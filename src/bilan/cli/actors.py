"""`bilan actors`: searches the actor registry; its sub-commands keep a casebook's own actors."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.text import Text
from typer.core import TyperGroup

from bilan.cli.actors_own import OwnCasebookOption, register_own
from bilan.cli.incident_text import LABEL, STRONG
from bilan.cli.output import print_error, print_row, print_text
from bilan.cli.say import isolate, say_many
from bilan.errors import UsageError
from bilan.model.actor import ACTOR_TYPES, ActorEntry
from bilan.model.wire_actor import LANGUAGES, actor_row

if TYPE_CHECKING:
    from bilan.actors.search import Found

SEARCH = "search"
EXAMPLES = """Examples:\n
  bilan actors "Hayat Tahrir"\n
  bilan actors "A-sark Al-aoost" --lang fr\n
  bilan actors --country SD --kind armed-group\n
  bilan actors RSF --json\n
  bilan actors add "Tellera Brigade" --casebook aleppo --kind armed-group --country SY\n
  bilan actors export --casebook aleppo --output own.csv"""
REASONS = {
    "name": "is the name “{}”",
    "in-frame": "these words mean it",
    "sound": "sounds like “{}”",
    "words": "its name “{}” holds these words",
    "code": "has this id or code",
    "kind": "a kind of actor without a name: these words name nobody in particular",
    "alike": "its name “{}” is written nearly so",
    "listed": "",
}
"""Why an actor was found; the codes are those of `bilan.actors.search`, and of the records."""


class SearchByDefault(TyperGroup):
    """A group of commands in which words that begin with no command's name are searched for."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - click's, through typer
        """Read the command line; see `click.Group.parse_args`."""
        if args and args[0] not in self.commands and "--help" not in args:
            args = [SEARCH, *args]
        return super().parse_args(ctx, args)


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    group = typer.Typer(cls=SearchByDefault, no_args_is_help=True, rich_markup_mode=None)
    group.command(SEARCH)(search)
    register_own(group)
    app.add_typer(group, name="actors", help=f"{actors.__doc__}", epilog=EXAMPLES)


def actors() -> None:
    """Find an actor in the registry: its names, dates, parent, codes, and why it was found.

    WORDS are searched as they stand in a report: `bilan actors WORDS` is `bilan actors search WORDS`.
    """


def search(  # noqa: PLR0913 - a command's options
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="A name, an acronym, an id or a code.")
    ] = None,
    *,
    language: Annotated[
        str | None, typer.Option("--lang", metavar="CODE", help="Only names of this language: fr, en or ar.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help=f"Only {', '.join(ACTOR_TYPES)}.")] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", help="Only of this country, as SY.")
    ] = None,
    casebook: OwnCasebookOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record an actor.")] = False,
) -> None:
    """Find actors by words as they stand in a report, or list all of a kind or a country."""
    from bilan.actors.search import Wanted, find_actors  # noqa: PLC0415 - --help must not wait for the tables

    wanted = Wanted(" ".join(words or ()), language, kind, country.upper() if country else None)
    _check(wanted.words, language, kind, wanted.country)
    registry, own = _open(casebook)
    found = find_actors(registry, wanted)
    if as_json:
        for one in found:
            print_row(found_row(one, own=one.entry.id in own))
        return
    console = Console(highlight=False, soft_wrap=True)
    for one in found:
        for line in _lines(one, own=one.entry.id in own):
            print_text(line, console)
    print_error(say_many(len(found), "actor"))


def found_row(found: "Found", *, own: bool) -> dict[str, Any]:
    """Return an actor found as a record: who it is, whether it is the casebook's own, and why it was found."""
    return {**actor_row(found.entry), "own": own, "why": found.why, "met": found.name or None}


def _check(words: str, language: str | None, kind: str | None, country: str | None) -> None:
    if not (words.strip() or kind or country):
        raise UsageError("nothing to search for", "give words, --kind or --country")
    if kind and kind not in ACTOR_TYPES:
        raise UsageError(f"no kind of actor {kind!r}", f"one of {', '.join(ACTOR_TYPES)}")
    if language and language not in LANGUAGES:
        raise UsageError(f"the registry has no names in {language!r}", f"one of {', '.join(LANGUAGES)}")


def _open(casebook: Path | None) -> tuple[Any, frozenset[str]]:
    from bilan.actors.registry import open_registry  # noqa: PLC0415 - same

    if casebook is None:
        return open_registry(), frozenset()
    from bilan.casework import casebook_registry, own_actors  # noqa: PLC0415 - only with a casebook
    from bilan.stores.casebook import open_casebook  # noqa: PLC0415 - same

    with open_casebook(casebook) as book:
        return casebook_registry(book), frozenset(entry.id for entry in own_actors(book))


def _lines(found: "Found", *, own: bool) -> Iterator[Text]:
    entry = found.entry
    yield Text.assemble((entry.id, STRONG), f"  {isolate(entry.name)}  ", (_facts(entry, own=own), LABEL))
    for code in LANGUAGES:
        names = [isolate(alias.text) for alias in entry.aliases if alias.language == code]
        if names:
            yield Text(f"    {code}  {' · '.join(names)}")
    codes = [f"ACLED: {entry.inter}" if entry.inter else "", f"CAMEO: {entry.cameo}" if entry.cameo else ""]
    if any(codes):
        yield Text(f"    {' · '.join(filter(None, codes))}")
    if reason := REASONS[found.why].format(isolate(found.name)):
        yield Text(f"    found: {reason}", style=LABEL)


def _facts(entry: ActorEntry, *, own: bool) -> str:
    years = f"{entry.start or '…'} to {entry.end or 'now'}" if entry.start or entry.end else ""
    parent = f"of {entry.parent}" if entry.parent else ""
    facts: Sequence[str] = (entry.type, entry.country or "", years, parent, "the casebook's own" if own else "")
    return ", ".join(filter(None, facts))
