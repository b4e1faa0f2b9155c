"""`bilan actors add`, `remove`, `import`, `export`: a casebook's own actors."""

import getpass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from bilan.cli.output import print_error, print_text
from bilan.cli.say import say_many
from bilan.errors import InputError, UsageError
from bilan.model.actor import ACTOR_TYPES, ActorEntry, Alias

OwnCasebookOption = Annotated[
    Path | None, typer.Option(metavar="DIR", help="A casebook whose own actors are known too.", show_default=False)
]
CasebookOption = Annotated[Path, typer.Option(metavar="DIR", help="The casebook's folder.", show_default=False)]
WhoOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who says so; the user of this machine if left out.")
]
ReasonOption = Annotated[str, typer.Option(metavar="WORDS", help="Why, for those who read the log.")]
NamesOption = list[str] | None


def register_own(group: typer.Typer) -> None:
    """Add the sub-commands."""
    group.command("add")(add)
    group.command("remove")(remove)
    group.command("import")(import_table)
    group.command("export")(export_table)


def add(  # noqa: PLR0913 - a command's options
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="What the actor is called in English.", show_default=False)
    ],
    *,
    casebook: CasebookOption,
    kind: Annotated[str, typer.Option(metavar="KIND", help=f"One of {', '.join(ACTOR_TYPES)}.", show_default=False)],
    fr: Annotated[NamesOption, typer.Option("--fr", metavar="NAME", help="A French name; again for more.")] = None,
    en: Annotated[NamesOption, typer.Option("--en", metavar="NAME", help="An English name; again for more.")] = None,
    ar: Annotated[NamesOption, typer.Option("--ar", metavar="NAME", help="An Arabic name; again for more.")] = None,
    actor: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Its id; made of the name if left out, as own:tellera-brigade."),
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="Country, as SY.")] = None,
    parent: Annotated[str | None, typer.Option(metavar="ID", help="The actor it belongs to.")] = None,
    start: Annotated[str | None, typer.Option(metavar="YEAR", help="First year.")] = None,
    end: Annotated[str | None, typer.Option(metavar="YEAR", help="Last year.")] = None,
    inter: Annotated[str, typer.Option(metavar="CLASS", help="ACLED's actor class, as “Rebel group”.")] = "",
    cameo: Annotated[str, typer.Option(metavar="CODE", help="CAMEO actor code, as SYRREB.")] = "",
    who: WhoOption = None,
    reason: ReasonOption = "",
) -> None:
    """Add an actor to a casebook, or replace the one with its id; reports run again know it."""
    from bilan.actors.names import key_of  # noqa: PLC0415 - --help must not wait for the tables

    names = {"fr": fr or (), "en": (name, *(en or ())), "ar": ar or ()}
    entry = ActorEntry(
        id=actor or f"own:{key_of([name]).replace(' ', '-')}",
        name=name,
        type=kind,
        aliases=tuple(Alias(code, text) for code, texts in names.items() for text in dict.fromkeys(texts)),
        country=country.upper() if country else None,
        parent=parent,
        start=start,
        end=end,
        inter=inter,
        cameo=cameo,
    )
    _add(casebook, [entry], who, reason)


def remove(
    actor: Annotated[
        str, typer.Argument(metavar="ID", help="The id of one of the casebook's own.", show_default=False)
    ],
    *,
    casebook: CasebookOption,
    who: WhoOption = None,
    reason: ReasonOption = "",
) -> None:
    """Remove one of a casebook's own actors; the log keeps what it was."""
    from bilan.casework import remove_actor  # noqa: PLC0415 - --help must not wait for the store
    from bilan.stores.casebook import open_casebook  # noqa: PLC0415 - same

    with open_casebook(casebook) as book:
        remove_actor(book, actor, who=who or getpass.getuser(), reason=reason)
    print_text(Text(f"{actor} removed"), Console(highlight=False, soft_wrap=True))


def import_table(
    table: Annotated[
        Path, typer.Argument(metavar="FILE", help="A CSV table with the columns of an export.", show_default=False)
    ],
    *,
    casebook: CasebookOption,
    who: WhoOption = None,
    reason: ReasonOption = "",
) -> None:
    """Add all actors of a table to a casebook, or none if one of them is not sound."""
    from bilan.actors.entries import read_entries  # noqa: PLC0415 - same

    _add(casebook, list(read_entries(table)), who, reason or f"from {table.name}")


def export_table(
    *,
    casebook: CasebookOption,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; standard output if left out.")
    ] = None,
) -> None:
    """Write a casebook's own actors as a CSV table, for a spreadsheet or another casebook."""
    from bilan.actors.entries import render_entries  # noqa: PLC0415 - same
    from bilan.casework import own_actors  # noqa: PLC0415 - same
    from bilan.stores.casebook import open_casebook  # noqa: PLC0415 - same

    with open_casebook(casebook) as book:
        entries = own_actors(book)
    table = render_entries(entries)
    if output is None:
        typer.echo(table, nl=False)
        return
    try:
        output.write_text(table, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"{output}: cannot be written ({error.strerror})", "name another path") from error
    print_error(f"{output}: {say_many(len(entries), 'actor')}")


def _add(casebook: Path, entries: list[ActorEntry], who: str | None, reason: str) -> None:
    from bilan.casework import add_actors  # noqa: PLC0415 - --help must not wait for the store
    from bilan.stores.casebook import open_casebook  # noqa: PLC0415 - same

    if not entries:
        raise UsageError("the table holds no actor", "nothing was added")
    with open_casebook(casebook, create=True) as book:
        added = add_actors(book, entries, who=who or getpass.getuser(), reason=reason)
    console = Console(highlight=False, soft_wrap=True)
    for entry in added:
        print_text(Text(f"{entry.id} added"), console)
    if len(added) < len(entries):
        print_error(f"{say_many(len(entries) - len(added), 'actor')} there already, just so")
