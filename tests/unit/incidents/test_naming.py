"""Names of incidents last through recomputation."""

from bilan.incidents.naming import name_clusters


def test_a_name_is_made_from_the_smallest_claim() -> None:
    (first,), _ = name_clusters([["clm-a", "clm-b"]], {})
    (second,), _ = name_clusters([["clm-a", "clm-z"]], {})

    assert first == second
    assert first.startswith("inc-")


def test_a_cluster_keeps_the_name_it_overlaps_most() -> None:
    names, redirects = name_clusters([["a", "b", "c", "d"]], {"inc-1": ["a"], "inc-2": ["b", "c"], "inc-3": ["gone"]})

    assert names == ("inc-2",)
    assert redirects == (("inc-1", "inc-2"),)


def test_when_one_incident_falls_apart_the_larger_piece_keeps_the_name() -> None:
    (old,), _ = name_clusters([["a", "b", "c"]], {})

    names, redirects = name_clusters([["a"], ["b", "c"]], {old: ["a", "b", "c"]})

    assert names[1] == old
    assert names[0] != old
    assert redirects == ()


def test_a_minted_name_is_never_one_that_was_used_before() -> None:
    (old,), _ = name_clusters([["a"]], {})

    names, _ = name_clusters([["a"], ["b"]], {old: ["b"]})

    assert names[1] == old
    assert names[0] != old


def test_naming_twice_changes_nothing() -> None:
    clusters = [["a", "b"], ["c"]]
    names, _ = name_clusters(clusters, {})

    again, redirects = name_clusters(clusters, dict(zip(names, clusters, strict=True)))

    assert again == names
    assert redirects == ()
