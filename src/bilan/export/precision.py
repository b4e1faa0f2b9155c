"""How wide a place is drawn and exported: one radius for each of UCDP's where-codes."""

# Only code 2 has a distance in UCDP's codebook ("within 25 km of a known point"). The others are nominal: the order of
# size of a town, a district, a province, a fuzzy region. They say how much of the map the words leave open, and are
# no measurement; a country or a sea (6, 7) has none.
RADIUS_KM: dict[int, int] = {1: 5, 2: 25, 3: 40, 4: 100, 5: 100}
MEASURED = frozenset({2})


def radius_km(precision: int | None) -> int | None:
    """Return the radius in kilometres for a where-code, None where no circle is right."""
    return RADIUS_KM.get(precision) if precision is not None else None
