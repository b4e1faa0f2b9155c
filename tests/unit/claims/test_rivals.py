"""A second speaker's bare number is a toll of its own; hours, things and ages behind a verb of saying are none."""

import pytest
from tests.unit.claims.reading import read

from bilan.pipeline import Tools

Given = list[tuple[int | None, list[str]]]


def given(tools: Tools, code: str, text: str) -> Given:
    claims = [claim for claim in read(tools, code, text) if claim.kind == "toll" and claim.count]
    return [(claim.count.low if claim.count else None, [s.text for s in claim.said_by]) for claim in claims]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        (
            "fr",
            "Douze civils sont morts, selon l'armée, mais l'opposition parle de 20.",
            [(12, ["armée"]), (20, ["opposition"])],
        ),
        (
            "en",
            "The army said 12 civilians died. Residents said at least 30.",
            [(12, ["army"]), (30, ["Residents"])],
        ),
        (
            "en",
            "Police said two men had died, while the mayor put the number at 5.",
            [(2, ["Police"]), (5, ["mayor"])],
        ),
        (
            "en",
            "Police put the dead at 200, but opposition groups say over 300.",
            [(200, ["Police"]), (301, ["opposition groups"])],
        ),
        (
            "fr",
            "La police estime les morts à 200, mais l'opposition parle de plus de 300.",
            [(200, ["police"]), (301, ["opposition"])],
        ),
    ],
)
def test_a_bare_number_of_another_speaker_is_his_toll(tools: Tools, code: str, text: str, found: Given) -> None:
    assert given(tools, code, text) == found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Douze civils sont morts, selon l'armée, mais l'opposition parle de 20 maisons détruites."),
        ("fr", "Douze civils sont morts, selon l'armée. Le maire a parlé à 20 heures."),
        ("en", "The army said 12 civilians died. He said so in 2014."),
        ("en", "The army said 12 civilians died, adding that 8 of 20 houses had burned."),
    ],
)
def test_other_numbers_behind_a_verb_of_saying_are_no_toll(tools: Tools, code: str, text: str) -> None:
    assert [low for low, _ in given(tools, code, text)] == [12]


def test_two_speakers_of_one_toll_contradict(tools: Tools) -> None:
    claims = read(tools, "en", "The army said 12 civilians died. Residents said at least 30.")
    first, second = [claim for claim in claims if claim.kind == "toll"]
    assert (first.links.contradicts, second.links.contradicts) == ((second.id,), (first.id,))
