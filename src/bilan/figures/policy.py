"""Policies: named rule sets that turn a tally into a figure. Each is one module with one `judge` function."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from bilan.errors import UsageError
from bilan.figures.explain import Reason
from bilan.incidents.tally import Tally

Reliability = Mapping[str, int]  # of a source group: the higher the more reliable; absent = cannot be told


class Judgement(NamedTuple):
    """What a policy makes of a tally: 0 <= low <= best <= high where known, the claims it rests on, and why."""

    low: int | None
    best: int | None
    high: int | None
    open: bool
    claims: tuple[str, ...]
    reasons: tuple[Reason, ...]


Judge = Callable[[Tally, Reliability], Judgement]


class Policy(NamedTuple):
    """A rule set: its name, what it does in one paragraph, and the function that does it."""

    name: str
    title: str
    judge: Judge


_REGISTRY: dict[str, Policy] = {}


def register(policy: Policy) -> Policy:
    """Add a policy under its name; a later one of the same name replaces the earlier."""
    _REGISTRY[policy.name] = policy
    return policy


def list_policies() -> tuple[Policy, ...]:
    """Return all policies by name."""
    return tuple(_REGISTRY[name] for name in sorted(_REGISTRY))


def find_policy(name: str) -> Policy:
    """Return the policy called `name`.

    Raises:
        UsageError: there is none.
    """
    if name not in _REGISTRY:
        raise UsageError(f"no policy called {name!r}", f"policies here: {', '.join(sorted(_REGISTRY))}")
    return _REGISTRY[name]
