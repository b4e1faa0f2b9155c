"""`bilan places`: every place the reports name, one `bilan.toponym/1` record a line."""

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from bilan.cli.output import Failures, print_row, print_text
from bilan.cli.reading import FilesArgument, LanguageOption, PublishedOption, iter_extractions
from bilan.model.place import Place

EXAMPLES = """Examples:\n
  bilan places report.txt\n
  bilan places reports/ --json > places.jsonl"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("places", epilog=EXAMPLES)(places)


def places(
    files: FilesArgument,
    *,
    published: PublishedOption = None,
    language: LanguageOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON record a place mention.")] = False,
) -> None:
    """Print every place the reports name, with what the gazetteer knows of it."""
    from bilan.places.rows import toponym_row  # noqa: PLC0415  # --help must not wait for the stages

    failures, console = Failures(), Console(highlight=False, soft_wrap=True)
    for extraction in iter_extractions(files, failures, published=published, language=language, all_names=True):
        for place in extraction.places:
            if as_json:
                print_row(toponym_row(extraction.report.id, place))
            else:
                print_text(_line(extraction.report.id, place), console)
    failures.leave()


def _line(report: str, place: Place) -> Text:
    where = f":{place.span.start}" if place.span else ""
    if place.id is None:
        return Text(f"{report}{where}  {place.text}  (not resolved)")
    country = f", {place.country}" if place.country else ""
    rivals = f", {len(place.rivals)} rivals" if place.rivals else ""
    spot = f"{place.lat:.4f} {place.lon:.4f}" if place.lat is not None and place.lon is not None else "nowhere exact"
    return Text(f"{report}{where}  {place.text} = {place.name}{country}  {spot}  precision {place.precision}{rivals}")
