"""Harm to the attacker is told apart from harm to the victims."""

import pytest
from tests.unit.claims.drafting import tolls

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("code", "text", "people"),
    [
        ("en", "He killed two cooks and wounded three others before he was shot by a guard.", ("attacker",)),
        ("en", "He killed two cooks. A guard wounded him.", ("attacker",)),
        ("en", "A fire broke out. He was killed by a falling beam.", ("unknown",)),
        ("fr", "Il a tué deux cuisiniers. Il a été abattu par un gardien.", ("attacker",)),
        ("fr", "Un incendie a éclaté. Il a été tué par une poutre.", ("unknown",)),
    ],
)
def test_a_pronoun_for_whoever_attacked_is_an_attacker(
    tools: Tools, code: str, text: str, people: tuple[str, ...]
) -> None:
    _, drafts = tolls(tools, code, text)
    assert [draft.people for draft in drafts if draft.phrase and draft.phrase.form == "pronoun"] == [people]
