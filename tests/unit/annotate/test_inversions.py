"""Subjects behind the verb that opens its sentence, and who is in a state that a noun names."""

import pytest
from tests.unit.annotate.reading import annotated

from bilan.pipeline import Tools


def patients(tools: Tools, code: str, text: str) -> list[str]:
    annotation = annotated(tools, code, text)
    (sentence,) = annotation.sentences
    return [
        arg.phrase.span.of(sentence.text)
        for clause in annotation.clauses[0]
        for arg in clause.args
        if arg.slot == "patient"
    ]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("fr", "Sont morts quatre ouvriers dans l'éboulement.", ["quatre ouvriers"]),
        ("fr", "Sont morts dans l'éboulement quatre ouvriers.", ["quatre ouvriers"]),
        ("en", "Killed were four workers.", ["four workers"]),
        ("en", "Killed in the rockfall were four workers.", ["four workers"]),
        ("fr", "Deux adolescents étaient dans un état critique.", ["Deux adolescents"]),
        ("en", "Two teenagers were in critical condition.", ["Two teenagers"]),
        ("en", "Four workers were killed.", ["Four workers"]),
    ],
)
def test_whoever_suffers_is_found_behind_the_verb_too(tools: Tools, code: str, text: str, found: list[str]) -> None:
    assert patients(tools, code, text) == found
