"""What an exporter is. One exporter a file; each is found by the registry, none is named by the pipeline."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from bilan.model.view import CasebookView


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the user asks of an export.

    `include_names`: write the names of victims; without it they leave the lists and stand as initials in quotes.
    `bom`: begin text tables with a byte-order mark, which old spreadsheet programs need to read UTF-8.
    """

    include_names: bool = False
    bom: bool = False


DEFAULT = ExportOptions()


@runtime_checkable
class Exporter(Protocol):
    """Writes a casebook in one format.

    `name` is what the user asks for ("jsonl"); `media_type` what a reader is told it is; `suffix` the end of the file's
    name, "" for a folder; `summary` one line for the list of formats.
    """

    @property
    def name(self) -> str:
        """What the user asks for."""
        ...

    @property
    def media_type(self) -> str:
        """What a reader is told it is."""
        ...

    @property
    def suffix(self) -> str:
        """The end of the file's name, with the dot; "" for a folder."""
        ...

    @property
    def summary(self) -> str:
        """One line for the list of formats."""
        ...

    def write(self, view: CasebookView, path: Path, options: ExportOptions = DEFAULT) -> tuple[Path, ...]:
        """Write the casebook to `path`.

        The bytes depend on what the view holds, never on its order, the time or the machine.

        Args:
            view: the casebook.
            path: a file, or a folder that is made if absent. What stands there is replaced whole.
            options: what the user asks for.

        Returns:
            The files written, in the order a reader should open them.

        Raises:
            OSError: the path cannot be written.
        """
        ...


def write_whole(path: Path, data: bytes) -> Path:
    """Write a file so that a reader sees the old one or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    part.replace(path)
    return path
