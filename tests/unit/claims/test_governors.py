"""What a cue of doubt governs: its own clause and what it takes, nothing that merely stands beside it."""

import pytest
from tests.unit.claims.drafting import judged

from bilan.pipeline import Tools


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("fr", "Apparemment furieux, l'homme a tué trois voisins.", "asserted"),
        ("fr", "L'homme a apparemment tué trois voisins.", "hedged"),
        ("fr", "Dix membres présumés du réseau ont été arrêtés.", "asserted"),
        ("fr", "Neuf mineurs sont présumés morts.", "hedged"),
        ("fr", "L'homme est soupçonné d'avoir tué trois voisins.", "hedged"),
        ("fr", "Le ministère n'a pas confirmé la mort de six marins.", "hedged"),
        ("fr", "Le ministère a confirmé la mort de six marins.", "asserted"),
        ("fr", "Le maire dénombrait mardi douze morts.", "asserted"),
        ("fr", "Les tireurs, qui pourraient être trois, ont tué neuf clients.", "asserted"),
        ("fr", "Selon des informations non confirmées, sept touristes ont été tués.", "hedged"),
        ("en", "Apparently upset over his dismissal, the clerk killed four colleagues.", "asserted"),
        ("en", "The clerk apparently killed four colleagues.", "hedged"),
        ("en", "A gunman opened fire at a Planned Parenthood clinic, killing two nurses.", "asserted"),
        ("en", "Two men attempted to steal the cash box, killing a guard.", "asserted"),
        ("en", "Police foiled an attack that was meant to kill hundreds.", "planned"),
        ("en", "Officials could not confirm that nine farmers had died.", "hedged"),
        ("en", "Officials confirmed that nine farmers had died.", "asserted"),
        ("en", "Three brothers were shot dead in a dispute over land.", "asserted"),
        ("en", "Nine miners are feared dead after the collapse.", "possible"),
    ],
)
def test_a_cue_counts_only_where_it_governs_the_harm(tools: Tools, language: str, text: str, modality: str) -> None:
    _, (draft, *_) = judged(tools, language, text)
    assert draft.modality == modality
