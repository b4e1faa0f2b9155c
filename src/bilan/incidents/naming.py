"""Names of incidents: minted once, kept through every recomputation, redirected when two become one."""

from collections.abc import Collection, Mapping, Sequence

from bilan.model.ids import IncidentId, short_hash


def name_clusters(
    clusters: Sequence[Sequence[str]], previous: Mapping[str, Collection[str]]
) -> tuple[tuple[IncidentId, ...], tuple[tuple[str, str], ...]]:
    """Give each cluster the earlier incident id it overlaps most, or mint one.

    Args:
        clusters: ids of the founding claims of each cluster, sorted.
        previous: claims of each incident before this computation, by incident id.

    Returns:
        The id of each cluster, in order; and the redirects (old id, id that holds most of its claims now), sorted.
        An id whose claims are in no cluster any more is not redirected: it simply has no incident.
    """
    owner = {claim: index for index, claims in enumerate(clusters) for claim in claims}
    overlaps: dict[tuple[str, int], int] = {}
    for old in sorted(previous):
        for claim in previous[old]:
            if claim in owner:
                overlaps[old, owner[claim]] = overlaps.get((old, owner[claim]), 0) + 1
    ranked = sorted(overlaps, key=lambda pair: (-overlaps[pair], pair[0], clusters[pair[1]]))
    names: dict[int, IncidentId] = {}
    taken: set[str] = set()
    for old, index in ranked:
        if index not in names and old not in taken:
            names[index] = IncidentId(old)
            taken.add(old)
    for index, claims in enumerate(clusters):
        if index not in names:
            names[index] = _mint(claims, taken | set(previous))
            taken.add(names[index])
    redirects = dict[str, str]()
    for old, index in ranked:
        if old not in taken:
            redirects.setdefault(old, names[index])
    return tuple(names[index] for index in range(len(clusters))), tuple(sorted(redirects.items()))


def _mint(claims: Sequence[str], taken: Collection[str]) -> IncidentId:
    """Hash the smallest founding claim; a second round only where that name went to another incident before."""
    again = 0
    while True:
        name = "inc-" + (short_hash(claims[0], again) if again else short_hash(claims[0]))
        if name not in taken:
            return IncidentId(name)
        again += 1
