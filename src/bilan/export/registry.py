"""Find exporters: modules of this folder that hold an `EXPORTER`, and packages that offer one as `bilan.exporters`."""

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from importlib.metadata import entry_points
from types import MappingProxyType

import bilan.export
from bilan.errors import UsageError
from bilan.export.base import Exporter

GROUP = "bilan.exporters"  # entry point group: each names an object that is an Exporter
NAME = "EXPORTER"  # what a module of this folder calls its exporter


def load_exporters() -> Mapping[str, Exporter]:
    """Return all exporters by name, sorted; the shipped ones and those of installed packages come in by one door.

    Raises:
        UsageError: something offered is no exporter, or two have one name.
    """
    found: dict[str, Exporter] = {}
    for origin, offered in (*_shipped(), *_installed()):
        if not isinstance(offered, Exporter):
            raise UsageError(f"{origin} offers no exporter: {offered!r}", "see docs/how-to/add-an-exporter.md")
        if offered.name in found:
            raise UsageError(f"{origin} offers a second exporter {offered.name!r}", "rename or uninstall one")
        found[offered.name] = offered
    return MappingProxyType(dict(sorted(found.items())))


def pick_exporter(name: str) -> Exporter:
    """Return the exporter of a name.

    Raises:
        UsageError: there is none.
    """
    exporters = load_exporters()
    if name not in exporters:
        raise UsageError(f"no export format {name!r}", f"choose one of {', '.join(exporters)}")
    return exporters[name]


def _shipped() -> Iterable[tuple[str, object]]:
    for module in sorted(info.name for info in pkgutil.iter_modules(bilan.export.__path__)):
        name = f"{bilan.export.__name__}.{module}"
        offered = getattr(importlib.import_module(name), NAME, None)
        if offered is not None:
            yield name, offered


def _installed() -> Iterable[tuple[str, object]]:
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        yield f"entry point {entry.name}", entry.load()
