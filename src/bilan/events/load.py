"""Event types are data: one TOML file a type in `data/`, the families they belong to in `families.toml`.

A user's own folders add types or replace shipped ones of the same id; nothing else in the product names a type.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bilan.errors import RegistryError
from bilan.model.claim import OUTCOMES

SHIPPED = Path(__file__).parent / "data"
FAMILIES = Path(__file__).parent / "families.toml"
REMEDY = "docs/how-to/add-an-event-type.md"


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """What other coders call a type.

    `acled_event`, `acled_sub_events`: ACLED's names as in its CSV, the default sub-event first; empty where ACLED
    codes no such event. `ucdp_violence`: UCDP types of violence it can be (1 state-based, 2 non-state, 3 one-sided),
    decided by the actors. `plover_event`, `plover_mode`: PLOVER's names. `cameo`: CAMEO codes, the most usual first.
    """

    acled_event: str
    acled_sub_events: tuple[str, ...]
    ucdp_violence: tuple[int, ...]
    plover_event: str
    plover_mode: str
    cameo: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type.

    `label`, `definition`: by language code. `parent`: a family or another type. `specificity`: 0-100; of two types
    whose triggers meet in one clause the more specific wins. `outcomes`: what a toll of this type may be about.
    `also`: types the same happening is often reported as ("attack" for a suicide bombing). `colour`: #rrggbb.
    """

    id: str
    label: Mapping[str, str]
    definition: Mapping[str, str]
    parent: str
    specificity: int
    outcomes: tuple[str, ...]
    also: tuple[str, ...]
    colour: str
    crosswalk: Crosswalk


def load_events(folders: Iterable[Path] = ()) -> Mapping[str, EventType]:
    """Load all event types.

    Args:
        folders: Folders of further `<type>.toml` files; a later folder's type replaces an earlier one of the same id.

    Returns:
        Types by id, sorted by id; read-only.

    Raises:
        RegistryError: a file is malformed, or names an unknown parent, outcome or type.
    """
    return _load_all((SHIPPED, *(Path(folder) for folder in folders)))


def load_families() -> Mapping[str, Mapping[str, str]]:
    """Load the families' labels: by family id, then by language code."""
    return _read(FAMILIES)


def parents(events: Mapping[str, EventType] | None = None) -> Mapping[str, str]:
    """Map each type to its parent (a type or a family).

    Args:
        events: Types to read; the shipped ones if None.
    """
    types = load_events() if events is None else events
    return {event.id: event.parent for event in types.values()}


def family_of(event: str, events: Mapping[str, EventType]) -> str:
    """Climb from a type to its family.

    Raises:
        KeyError: there is no such type.
    """
    parent = events[event].parent
    return family_of(parent, events) if parent in events else parent


def may_be_same(first: str, second: str, events: Mapping[str, EventType]) -> bool:
    """Tell whether two types may name one happening: equal, parent and child, or listed in each other's `also`.

    Raises:
        KeyError: there is no such type.
    """
    one, two = events[first], events[second]
    return (
        first == second or first in two.also or second in one.also or one.parent == second or two.parent == first
    )  # fmt: skip


def may_echo(first: str, second: str, events: Mapping[str, EventType]) -> bool:
    """Tell whether one type may tell again what the other told: equal, parent and child, or each in the other's `also`.

    Raises:
        KeyError: there is no such type.
    """
    one, two = events[first], events[second]
    mutual = first in two.also and second in one.also
    return first == second or mutual or one.parent == second or two.parent == first


@cache
def _load_all(folders: tuple[Path, ...]) -> Mapping[str, EventType]:
    paths = {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}
    events = {name: _event(path) for name, path in sorted(paths.items())}
    known = {*events, *load_families()}
    for name, event in events.items():
        _hold(paths[name], "parent", {event.parent} - known)
        _hold(paths[name], "also", set(event.also) - known)
        _hold(paths[name], "outcomes", set(event.outcomes) - set(OUTCOMES))
        _hold(paths[name], "parent", _cycle(name, events))
    return MappingProxyType(events)


def _event(path: Path) -> EventType:
    table = _read(path)
    try:
        cross = table["crosswalk"]
        event = EventType(
            id=table["id"],
            label=MappingProxyType(dict(table["label"])),
            definition=MappingProxyType(dict(table["definition"])),
            parent=table["parent"],
            specificity=int(table["specificity"]),
            outcomes=tuple(table["outcomes"]),
            also=tuple(table["also"]),
            colour=table["colour"],
            crosswalk=Crosswalk(
                acled_event=cross["acled_event"],
                acled_sub_events=tuple(cross["acled_sub_events"]),
                ucdp_violence=tuple(cross["ucdp_violence"]),
                plover_event=cross["plover_event"],
                plover_mode=cross["plover_mode"],
                cameo=tuple(cross["cameo"]),
            ),
        )
    except KeyError as error:
        raise RegistryError(f"{path}: key {error} is missing", REMEDY) from error
    _hold(path, "id", {event.id} - {path.stem})
    return event


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise RegistryError(f"{path}: {error}", REMEDY) from error


def _hold(path: Path, key: str, unknown: set[str]) -> None:
    if unknown:
        raise RegistryError(f"{path}: {key} names {', '.join(sorted(unknown))}, which is not known", REMEDY)


def _cycle(name: str, events: Mapping[str, EventType]) -> set[str]:
    seen = {name}
    parent = events[name].parent
    while parent in events:
        if parent in seen:
            return {f"{parent} above itself"}
        seen.add(parent)
        parent = events[parent].parent
    return set()
