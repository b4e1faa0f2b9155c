"""Where an incident that is no more lives on."""

from collections.abc import Mapping, Sequence


def find_heirs(before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> Mapping[str, str | None]:
    """Find, for every incident that is no more, the one that took most of its claims.

    Args:
        before: claim ids of each incident as it was.
        after: claim ids of each incident as it is now.

    Returns:
        For each id of `before` that is not in `after`: the id in `after` that shares most claims with it (among equals
        the first by id), None when none shares any.
    """
    home = {claim: incident for incident, claims in after.items() for claim in claims}
    heirs: dict[str, str | None] = {}
    for old, claims in before.items():
        if old in after:
            continue
        shares: dict[str, int] = {}
        for claim in claims:
            if claim in home:
                shares[home[claim]] = shares.get(home[claim], 0) + 1
        heirs[old] = min(shares, key=lambda incident: (-shares[incident], incident)) if shares else None
    return heirs
