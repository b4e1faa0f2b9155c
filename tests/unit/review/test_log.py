from dataclasses import replace
from itertools import pairwise

import pytest
from tests.casebook_kit import NOON, make_decision

from bilan.review.log import FIRST, LogEntry, chain_entry, decision_body, read_decision, read_decisions, verify_chain

WHEN = NOON.isoformat()


def _log(number: int = 4) -> list[LogEntry]:
    entries: list[LogEntry] = []
    for n in range(number):
        entries.append(chain_entry(entries[-1] if entries else None, "import", WHEN, {"n": n, "text": "Dâriyā حلب"}))
    return entries


def test_entries_follow_one_another_from_a_fixed_beginning() -> None:
    entries = _log()
    assert entries[0].previous == FIRST
    assert [entry.seq for entry in entries] == [1, 2, 3, 4]
    assert all(after.previous == before.digest for before, after in pairwise(entries))
    assert verify_chain(entries) == ()


def test_an_empty_log_holds() -> None:
    assert verify_chain(()) == ()


@pytest.mark.parametrize("field", ["kind", "when", "body"])
def test_a_changed_entry_is_told_by_its_number(field: str) -> None:
    entries = _log()
    entries[2] = replace(entries[2], **{field: getattr(entries[2], field) + " "})
    assert [damage for damage in verify_chain(entries) if "entry 3" in damage and "changed" in damage]


def test_an_entry_changed_with_its_digest_no_longer_leads_to_the_next() -> None:
    entries = _log()
    entries[1] = chain_entry(entries[0], "import", WHEN, {"n": "another"})
    assert [damage for damage in verify_chain(entries) if "entry 3 does not follow" in damage]


def test_an_entry_taken_out_is_told() -> None:
    entries = _log()
    assert any("missing" in damage for damage in verify_chain([*entries[:1], *entries[2:]]))


def test_swapped_entries_are_told() -> None:
    one, two, *rest = _log()
    assert verify_chain([two, one, *rest]) != ()


def test_an_unknown_kind_of_entry_is_refused() -> None:
    with pytest.raises(ValueError, match="rumour"):
        chain_entry(None, "rumour", WHEN, {})


def test_a_decision_comes_back_as_it_was_logged() -> None:
    decision = make_decision("correct", "clm-1", field="count.low", value="4", saw='{"claims":[],"incidents":{}}')
    entry = chain_entry(None, "decision", WHEN, decision_body(decision))
    read = read_decision(entry)
    assert read == replace(decision, previous=entry.previous, digest=entry.digest)
    assert read_decisions([entry, *_log(1)]) == (read,)
