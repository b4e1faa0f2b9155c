"""Mentions of places: found among words written like names; people, outlets and months are none."""

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest

from bilan.annotate.places import find_place_mentions
from bilan.annotate.tokens import Name, Parse, Token
from bilan.gazetteer.index import open_gazetteer
from bilan.languages.load import load_language
from bilan.model.place import PlaceMention
from bilan.model.text import Span

Names = Sequence[tuple[str, str]]


def parse_of(text: str, names: Names = (), subjects: Sequence[tuple[str, str]] = ()) -> Parse:
    """Make a parse by hand: sentences end at full stops and line ends, capitals are proper nouns.

    Args:
        text: The text.
        names: What the parser takes for names: words and label.
        subjects: Subjects: the word and the lemma of the verb right of it.
    """
    tokens: list[Token] = []
    sentences = [
        Span(m.start(), m.end()) for m in re.finditer(r"[^\n.]+(?:\.(?=\w)[^\n.]*)*\.?", text) if m.group().strip()
    ]
    roles = dict(subjects)
    for number, sentence in enumerate(sentences):
        for match in re.finditer(r"\w+|[^\w\s]", sentence.of(text)):
            word, start = match.group(), sentence.start + match.start()
            pos = "PROPN" if word[0].isupper() else "NOUN"
            dep, head = ("nsubj", len(tokens) + 1) if word in roles else ("dep", len(tokens))
            lemma = next((verb for subject, verb in subjects if tokens and tokens[-1].text == subject), word.lower())
            tokens.append(Token(len(tokens), start, start + len(word), word, lemma, pos, dep, head, "", "", number))
    found = [Name(text.index(words), text.index(words) + len(words), label) for words, label in names]
    return Parse(tuple(tokens), tuple(sentences), tuple(found))


def mentions_of(
    code: str, text: str, names: Names = (), subjects: Sequence[tuple[str, str]] = ()
) -> tuple[PlaceMention, ...]:
    """Find the mentions in a text."""
    return find_place_mentions(text, parse_of(text, names, subjects), load_language(code), open_gazetteer())


def words_of(code: str, text: str, names: Names = ()) -> list[str]:
    """Return the words of all mentions but adjectives, in order."""
    return [mention.text for mention in mentions_of(code, text, names) if mention.role != "adjective"]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("fr", "Un obus est tombé sur Kharkiv hier matin.", ["Kharkiv"]),
        ("fr", "La bande de Gaza et la mer Rouge sont fermées.", ["bande de Gaza", "mer Rouge"]),
        ("fr", "Des combats ont repris dans la Ghouta orientale.", ["Ghouta orientale"]),
        ("fr", "Trois morts à Khan Younès et à Deir Ezzor.", ["Khan Younès", "Deir Ezzor"]),
        ("fr", "Il est parti d'Alep pour l'Iran.", ["Alep", "Iran"]),
        ("fr", "Des renforts arrivent en Suisse.", ["Suisse"]),
        ("en", "Two shells landed in Bakhmut on Friday.", ["Bakhmut"]),
        ("en", "The U.S. and the UK sent teams to Nairobi.", ["U.S", "UK", "Nairobi"]),
        ("en", "A convoy left Goma for South Kivu.", ["Goma", "South Kivu"]),
        ("en", "Police in Ada, Oklahoma, made no arrest.", ["Ada", "Oklahoma"]),
        ("en", "KHARTOUM (Agency) - Guns fell silent.", ["KHARTOUM"]),
    ],
)
def test_places_are_found_without_any_help_of_the_parser(code: str, text: str, found: list[str]) -> None:
    assert words_of(code, text) == found


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("en", "A spokesman, Karim Ramadan, denied it.", [("Karim Ramadan", "PERSON")]),
        ("en", "Mr Lincoln refused to answer.", []),
        ("en", "Fighting resumed in March.", [("March", "DATE")]),
        ("en", "The Washington Post quoted a soldier.", [("The Washington Post", "ORG")]),
        ("en", "Reports on Fleet Street and Houston Street differ.", []),
        ("en", "Many people said so. Many of them left.", []),
        ("fr", "Le général Nasser a démissionné.", [("Nasser", "LOC")]),
        ("fr", "Nicolas Tours, avocat, dément.", [("Nicolas Tours", "PER")]),
        ("fr", "Le journal La Croix cite un médecin.", [("La Croix", "ORG")]),
        ("fr", "Attendu en Mars, il est mort Lundi.", []),
    ],
)
def test_people_outlets_months_and_streets_are_no_places(code: str, text: str, names: Names) -> None:
    assert words_of(code, text, names) == []


def test_a_family_name_stays_a_person_in_the_whole_report() -> None:
    text = "Le colonel Omar Bria parle. Puis Bria est parti."
    assert words_of("fr", text, [("Omar Bria", "PER")]) == []


def test_two_places_the_parser_took_for_one_name_are_parted() -> None:
    text = "Les habitants de la capitale Damas Dariia attendent."
    found = mentions_of("fr", text, [("Damas Dariia", "LOC")])
    assert [mention.text for mention in found] == ["Damas", "Dariia"]
    assert "geonames:170892" in {candidate.id for candidate in found[1].candidates}


def test_a_known_name_is_taken_out_of_a_longer_one_only_if_the_rest_tells_more_of_it() -> None:
    assert words_of("en", "A rally in northern Sinjar drew crowds.", [("northern Sinjar", "GPE")]) == ["Sinjar"]
    assert words_of("en", "A rally at Reading Corner drew crowds.", [("Reading Corner", "GPE")]) != ["Reading"]


def test_an_unknown_name_after_village_of_is_kept_without_candidates() -> None:
    (mention,) = mentions_of("en", "Nobody survived in the village of Qwertyan.", [])
    assert (mention.text, mention.candidates, mention.cue) == ("Qwertyan", (), "in the village of")


def test_loose_spelling_is_found_in_a_country_the_report_names() -> None:
    text = "Des frappes en Égypte. Un mort à Bir al-Abed."
    found = [mention for mention in mentions_of("fr", text, [("Bir al-Abed", "LOC")]) if mention.text == "Bir al-Abed"]
    assert [candidate.matched for mention in found for candidate in mention.candidates] == ["sound"]


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("fr", "L'armée syrienne avance.", "SY"),
        ("en", "A Sudanese officer died.", "SD"),
        ("fr", "Les Russes partent.", "RU"),
    ],
)
def test_adjectives_are_hints_of_a_country(code: str, text: str, place: str) -> None:
    (mention,) = mentions_of(code, text)
    assert (mention.role, mention.candidates[0].country) == ("adjective", place)


def test_a_government_that_speaks_is_an_actor() -> None:
    (mention,) = mentions_of("en", "Ankara denies it.", [("Ankara", "GPE")], [("Ankara", "deny")])
    assert mention.role == "actor"


def test_a_place_that_suffers_is_a_place() -> None:
    (mention,) = mentions_of("en", "Ankara sleeps.", [("Ankara", "GPE")], [("Ankara", "sleep")])
    assert mention.role == "place"


@pytest.mark.parametrize(
    ("code", "text", "precision"),
    [
        ("fr", "Un raid a tué deux hommes à Idleb.", 1),
        ("fr", "Un raid a tué deux hommes près d'Azaz.", 2),
        ("fr", "Un raid a tué deux hommes à 12 km au nord d'Azaz.", 2),
        ("fr", "Un raid a tué deux hommes à Azaz et ses environs.", 2),
        ("en", "A raid killed two men on the outskirts of Azaz.", 2),
        ("en", "A raid killed two men 12 km north of Azaz.", 2),
        ("fr", "Un raid dans le nord du Tchad.", 5),
        ("fr", "Un naufrage au large de la Libye.", 7),
        ("en", "A boat sank off Libya.", 7),
    ],
)
def test_the_words_around_a_name_set_its_precision(code: str, text: str, precision: int) -> None:
    found = [mention for mention in mentions_of(code, text) if mention.role == "place"]
    assert precision in {candidate.precision for candidate in found[-1].candidates}
    assert precision == min(candidate.precision for candidate in found[-1].candidates) or precision > 2


def test_a_noun_of_kind_lowers_candidates_of_another_kind() -> None:
    (mention,) = mentions_of("fr", "Des heurts dans la province d'Alep.")
    scores = {candidate.kind: candidate.score for candidate in mention.candidates}
    assert scores["admin1"] > scores["city"]


def test_capitals_throughout_are_read_without_their_help() -> None:
    text = "SHELLING KILLS FIVE PEOPLE IN KHARKIV AND MANY MORE IN THE TOWN OF IZIUM"
    assert words_of("en", text) == ["KHARKIV", "IZIUM"]


def test_mentions_come_in_order_and_never_overlap() -> None:
    text = "De Gao à Kidal, puis de Bamako à Ségou, les routes du Mali sont coupées."
    spans = [mention.span for mention in mentions_of("fr", text)]
    assert spans == sorted(spans)
    assert not [1 for one, other in pairwise(spans) if one.overlaps(other)]


def test_offsets_are_those_of_the_text() -> None:
    text = "\n\n  Frappes sur Odessa 😀, puis sur Kherson."
    for mention in mentions_of("fr", text):
        assert mention.span.of(text) == mention.text


def test_letters_whose_small_form_is_longer_shift_nothing() -> None:
    found = mentions_of("fr", "İİİİ. Un raid près d'Azaz.")
    assert [(mention.text, mention.cue) for mention in found] == [("Azaz", "d'")]
    assert {candidate.precision for candidate in found[0].candidates if candidate.kind == "city"} == {2}
