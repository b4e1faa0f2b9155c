"""Comparing a partial record with a whole one."""

from typing import Any

import pytest

from bilan.evaluate.partial import differences

CLAIM: dict[str, Any] = {
    "kind": "toll",
    "count": {"low": 7, "high": None, "wording": "at-least"},
    "share": 0.5,
    "said_by": [{"text": "témoin", "cue": "selon"}, {"text": "police", "cue": "a dit"}],
    "people": ["civilian", "child"],
    "place": None,
    "maker": "Rule\u00a0one",
    "links": {"part_of": ["clm-1"]},
    "actors": [{"role": "ally-a", "text": "Nord"}, {"role": "ally-a", "text": "Nord-Est"}],
}
IDS = {"3": frozenset({"clm-1"})}


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"kind": "toll"},
        {"kind": "~^TO"},
        {"count": {"low": 7}},
        {"count": {"high": "null"}, "place": "null"},
        {"share": 0.5},
        {"people": ["child"]},
        {"people": []},
        {"said_by": [{"text": "témoin"}, {"text": "~pol"}]},
        {"links": {"part_of": ["@3"]}},
        {"actors": [{"text": "~Nord"}, {"text": "~Est"}]},
        {"count": {"~": ["at-.east", "7"]}},
        {"maker": "~rule one"},
    ],
)
def test_what_is_so_has_no_differences(wanted: dict[str, Any]) -> None:
    assert differences(wanted, CLAIM, IDS) == []


@pytest.mark.parametrize(
    ("wanted", "where"),
    [
        ({"kind": "event"}, 'kind is "toll", wanted "event"'),
        ({"kind": "~^event"}, "kind is"),
        ({"kind": "null"}, "kind is"),
        ({"count": {"low": 8}}, "count.low is 7, wanted 8"),
        ({"count": {"high": "~1"}}, "count.high is null"),
        ({"place": {"name": "Tellera"}}, "place is null"),
        ({"share": 0.51}, "share is 0.5"),
        ({"people": ["woman"]}, "people is"),
        ({"said_by": []}, "said_by is ['témoin', 'police']"),
        ({"said_by": [{"text": "police"}, {"text": "témoin"}]}, "said_by[0].text is"),
        ({"links": {"part_of": ["@4"]}}, "links.part_of is"),
        ({"actors": [{"text": "~Est"}, {"text": "~Est"}]}, "actors is ['Nord', 'Nord-Est'], lacks"),
        ({"count": {"~": ["at-most"]}}, "count has nothing like 'at-most'"),
        ({"colour": "red"}, "colour is not there"),
        ({"kind": ["toll"]}, "wanted a list"),
    ],
)
def test_what_differs_is_named_by_its_path(wanted: dict[str, Any], where: str) -> None:
    assert where in differences(wanted, CLAIM, IDS)[0]


def test_references_pass_while_ids_are_being_gathered() -> None:
    assert differences({"links": {"part_of": ["@9"]}}, CLAIM, None) == []
