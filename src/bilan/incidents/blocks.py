"""Which strands are compared at all: those that share a block of place and time, so that work grows with the input.

A block has seekers and hosts; a seeker is compared with every member, two hosts are not. Fine places seek in cells of
one degree on four shifted grids (any two points within half a degree share one); coarse places seek among all strands
of their country; strands without a time seek the same toll at the same place. Days fall into windows of four, on two
shifted rows. A crowded block is cut to neighbours in a fixed order.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bilan.incidents.compare import FINE
from bilan.incidents.heads import Days
from bilan.incidents.profile import Profile, Spot

CELL_SHIFTS = ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5))  # degrees
WINDOW_DAYS = 4
LONGEST_SPAN = 45  # days: a longer span says too little of when to be looked up by time
PRINTED_AFTER = 3  # an undated incident is sought on the day of print and this many days before
CROWDED = 48  # members: beyond it each is compared with its nearest CROWDED in a fixed order, not with all


class Block(NamedTuple):
    """Keys of profiles: `seekers` are compared with all, `hosts` only with seekers."""

    seekers: list[str]
    hosts: list[str]


def find_pairs(profiles: Mapping[str, Profile]) -> Iterator[tuple[str, str]]:
    """Yield each pair of keys to be compared once, the smaller key first, in a fixed order."""
    blocks: dict[Hashable, Block] = defaultdict(lambda: Block([], []))
    for key in sorted(profiles):
        for name, seeks in dict.fromkeys(_block_names(profiles[key])):
            block = blocks[name]
            (block.seekers if seeks else block.hosts).append(key)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for left, right in _pairs_in(block, profiles):
            pair = (left, right) if left < right else (right, left)
            if pair not in seen:
                seen.add(pair)
                yield pair


def _pairs_in(block: Block, profiles: Mapping[str, Profile]) -> Iterator[tuple[str, str]]:
    if not block.seekers:
        return
    seekers = set(block.seekers)
    members = sorted((*block.seekers, *block.hosts), key=lambda key: _neighbour_order(profiles[key]))
    reach = min(len(members), CROWDED)
    for i, left in enumerate(members):
        for right in members[i + 1 : i + 1 + reach]:
            if left in seekers or right in seekers:
                yield left, right


def _block_names(profile: Profile) -> Iterator[tuple[Hashable, bool]]:
    """Yield the names of a profile's blocks and whether it seeks there."""
    yield ("group", profile.group), True
    windows = _windows(profile)
    for name in _toll_names(profile):
        yield name, not windows
    for window in windows:
        for outcome, low, high in sorted(profile.counts, key=str):
            yield ("nowhere", window, profile.event, outcome, low, high), profile.spot is None
        if profile.spot is not None:
            yield from _place_names(profile.spot, window)


def _place_names(spot: Spot, window: Hashable) -> Iterator[tuple[Hashable, bool]]:
    fine = spot.lat is not None and (spot.precision or FINE + 1) <= FINE
    if spot.country is not None:
        yield ("country", spot.country, window), not fine
    if spot.lat is None or spot.lon is None:
        yield ("name", spot.name, window), True
    elif fine:
        for north, east in CELL_SHIFTS:
            cell = int((spot.lat + 90 + north) // 1), int((spot.lon + 180 + east) // 1)
            yield ("cell", (north, east), cell, window), True
    else:
        yield ("wide", spot.id or spot.name, window), True


def _toll_names(profile: Profile) -> Iterator[Hashable]:
    if profile.spot is not None:
        for outcome, low, high in sorted(profile.counts, key=str):
            yield ("toll", profile.spot.id or profile.spot.name, outcome, low, high)


def _windows(profile: Profile) -> Sequence[Hashable]:
    days = profile.days
    if days is None and profile.told is not None:
        days = Days(profile.told - PRINTED_AFTER, profile.told)
    if days is None or days.length > LONGEST_SPAN:
        return ()
    found: dict[Hashable, None] = {}
    for row, shift in enumerate((0, WINDOW_DAYS // 2)):
        for window in range((days.first + shift) // WINDOW_DAYS, (days.last + shift) // WINDOW_DAYS + 1):
            found[row, window] = None
    return tuple(found)


def _neighbour_order(profile: Profile) -> tuple[object, ...]:
    spot, days = profile.spot, profile.days
    where = (spot.id or spot.name) if spot else ""
    return (
        where,
        days.first if days else profile.told or 0,
        profile.event,
        sorted(map(str, profile.counts)),
        profile.key,
    )
