"""Which groups of people may share members, read from people.toml."""

import tomllib
from collections.abc import Collection
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

UNKNOWN = "unknown"
ATTACKER = "attacker"


def scope_of(people: Collection[str]) -> frozenset[str]:
    """Return whom a toll counts: its groups, or nothing where it counts people of any kind.

    A toll of groups that exclude one another ("civilians and attackers") is one of people of any kind.
    """
    named = frozenset(people) - {UNKNOWN}
    mixed = any(not may_share(left, right) for left, right in combinations(sorted(named), 2))
    return frozenset() if mixed else named


def disjoint(left: Collection[str], right: Collection[str]) -> bool:
    """Tell whether nobody can belong to both scopes; a scope of people of any kind shares with all."""
    return bool(left) and bool(right) and not any(may_share(one, other) for one in left for other in right)


def may_share(left: str, right: str) -> bool:
    """Tell whether one person can belong to both groups."""
    overlap = _overlap()
    return left == right or right in overlap.get(left, ()) or left in overlap.get(right, ())


def may_be_everybody(scope: Collection[str]) -> bool:
    """Tell whether a speaker who counts this group may mean all the dead by it."""
    return bool(scope) and set(scope) <= set(_read()["everybody"])


@cache
def _overlap() -> dict[str, tuple[str, ...]]:
    return {group: tuple(others) for group, others in _read()["overlap"].items()}


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("people.toml").read_text(encoding="utf-8"))
