"""Exporters come in by one door."""

from importlib.metadata import EntryPoint

import pytest

from bilan.errors import UsageError
from bilan.export import registry
from bilan.export.jsonl import JsonLines


def offer(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Let a package offer an exporter."""
    entry = EntryPoint("theirs", value, registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: (entry,) if group == registry.GROUP else ())


def test_exporters_are_sorted_by_name() -> None:
    names = list(registry.load_exporters())
    assert names == sorted(names)
    assert isinstance(registry.pick_exporter("jsonl"), JsonLines)


def test_an_unknown_format_is_refused_and_the_known_ones_named() -> None:
    with pytest.raises(UsageError, match=r"'xlsx'.*csv, geojson, jsonl"):
        registry.pick_exporter("xlsx")


def test_an_installed_package_can_offer_an_exporter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_shipped", tuple)
    offer(monkeypatch, "bilan.export.jsonl:EXPORTER")
    assert list(registry.load_exporters()) == ["jsonl"]


def test_two_exporters_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "bilan.export.jsonl:EXPORTER")
    with pytest.raises(UsageError, match="second exporter 'jsonl'"):
        registry.load_exporters()


def test_what_is_no_exporter_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "bilan.export.jsonl:list_rows")
    with pytest.raises(UsageError, match="offers no exporter"):
        registry.load_exporters()
