"""What reconciling hands to a policy: a tally has slots that add up, a slot has options that contradict one another."""

from typing import NamedTuple

from bilan.incidents.entries import Entry


class Verdict(NamedTuple):
    """How one claim stands to another; `why` is a key of the reason messages, `words` fill its blanks."""

    kind: str
    source: str
    target: str
    why: str
    words: tuple[tuple[str, str], ...] = ()


class Option(NamedTuple):
    """One reading of a toll: entries that add up, mostly a single one."""

    entries: tuple[Entry, ...]

    @property
    def low(self) -> int | None:
        """The fewest this reading allows, None if it names no lower end."""
        lows = [entry.low for entry in self.entries]
        return None if None in lows else sum(low for low in lows if low is not None)

    @property
    def high(self) -> int | None:
        """The most it allows, None if open."""
        highs = [entry.high for entry in self.entries]
        return None if None in highs else sum(high for high in highs if high is not None)

    @property
    def number(self) -> int | None:
        """The number it names, None where one of its counts is vague or only an upper bound."""
        numbers = [None if entry.low is None else entry.number for entry in self.entries]
        return None if None in numbers else sum(number for number in numbers if number is not None)

    @property
    def open(self) -> bool:
        """Tell whether any of its counts has no upper end."""
        return any(entry.open for entry in self.entries)

    @property
    def vague(self) -> bool:
        """Tell whether all its counts are words without a number."""
        return all(entry.wording == "vague" for entry in self.entries)

    @property
    def hedged(self) -> bool:
        """Tell whether any of it is hearsay."""
        return any(entry.hedged for entry in self.entries)

    @property
    def voices(self) -> frozenset[tuple[str, str]]:
        """Who says it in which report; an empty speaker is the report itself."""
        return frozenset((entry.report, entry.speaker) for entry in self.entries)

    @property
    def groups(self) -> frozenset[str]:
        """The independent sources that tell it."""
        return frozenset(entry.group for entry in self.entries)


class Slot(NamedTuple):
    """One summand of a tally: options that contradict one another."""

    options: tuple[Option, ...]


class Tally(NamedTuple):
    """Everything on one outcome and one group of people.

    `slots` add up. `outside` are counts that a total clearly leaves out (attackers who died), they can only widen it.
    `denied` are counts that somebody denies and nobody asserts. `sources` are the independent sources that say anything
    of it; `updated` tells whether a number was replaced by a later one.
    """

    outcome: str
    people: str
    slots: tuple[Slot, ...]
    outside: tuple[Entry, ...] = ()
    denied: tuple[Entry, ...] = ()
    sources: frozenset[str] = frozenset()
    updated: bool = False
