"""A language's grammar is data: a third language works from a folder alone, and a bad file says what is wrong."""

from pathlib import Path

import pytest

from bilan.annotate.times import find_times
from bilan.annotate.times.grammar import compile_grammar, grammar_of
from bilan.errors import LanguageError
from bilan.languages.load import Pack, list_languages, load_language
from bilan.model.text import Span
from bilan.times import resolve_times

SPANISH = """
number_joiners = ["y"]

[class.month]
3 = ["marzo"]
10 = ["octubre"]

[class.weekday]
0 = ["lunes"]
1 = ["martes"]

[class.unit]
D = ["día", "días"]
W = ["semana", "semanas"]

[class.number]
2 = ["dos"]
3 = ["tres"]
30 = ["treinta"]

[class.deictic]
-P1D = ["ayer"]

[define]
de = "(de | del)"

[[rule]]
reading = "date"
match = ["{day} <de> {month} (<de> {year})?", "{month} <de> {year}", "{weekday}"]

[[rule]]
reading = "date"
turn = -1
match = "{weekday} pasado"

[[rule]]
reading = "shift"
match = "{offset:deictic}"

[[rule]]
reading = "shift"
sign = -1
match = "hace {n:number} {unit}"

[[rule]]
reading = "nothing"
match = "{number} años"

[[rule]]
reading = "recurrence"
match = "cada {unit}"

[[rule]]
reading = "modify"
modifier = "since"
match = "desde (el)? {time}"

[cues]
past = ["fue", "murieron"]
"""


@pytest.fixture
def spanish(tmp_path: Path) -> Pack:
    folder = tmp_path / "es"
    folder.mkdir()
    (folder / "pack.toml").write_text('code = "es"\n', encoding="utf-8")
    (folder / "times.toml").write_text(SPANISH, encoding="utf-8")
    return load_language("es", [tmp_path])


def test_a_new_language_needs_data_only(spanish: Pack) -> None:
    dated = "Murieron ayer; hace treinta y dos días; el 3 de marzo de 2016; lunes pasado; desde octubre de 2015"
    text = f"{dated}; cada semana"
    mentions = find_times(text, spanish, [Span(0, len(text))])
    spans = resolve_times(mentions, "2016-10-12")
    assert [(span.earliest, span.latest, span.every) for span in spans] == [
        ("2016-10-11", "2016-10-11", None),
        ("2016-09-10", "2016-09-10", None),
        ("2016-03-03", "2016-03-03", None),
        ("2016-10-10", "2016-10-10", None),
        ("2015-10-01", "2016-10-12", None),
        (None, None, "P1W"),
    ]


def test_a_guard_keeps_ages_out(spanish: Pack) -> None:
    assert find_times("Tenía dos años", spanish, [Span(0, 14)]) == ()


def test_a_pack_without_a_grammar_finds_nothing(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "pack.toml").write_text('code = "xx"\n', encoding="utf-8")
    pack = load_language("xx", [tmp_path])
    assert grammar_of(pack) is None
    assert find_times("2016-03-23", pack, [Span(0, 10)]) == ()


def test_every_shipped_grammar_compiles() -> None:
    packs = [load_language(code) for code in list_languages()]
    with_times = [pack for pack in packs if pack.toml("times")]
    assert {"en", "fr"} <= {pack.code for pack in with_times}
    assert all(grammar_of(pack) is not None for pack in with_times)


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ({"reading": "date", "match": "{mounth}"}, "no class 'mounth'"),
        ({"reading": "date", "match": "(a | b"}, "missing"),
        ({"reading": "date", "match": "a )"}, "unbalanced"),
        ({"reading": "date", "match": "<prep> a"}, "no definition 'prep'"),
        ({"reading": "date", "match": "a?"}, "can match nothing"),
        ({"reading": "date", "match": "[a | (b)] c"}, "inside"),
        ({"reading": "date", "match": "le 3 {day}"}, "numbers in digits"),
        ({"reading": "guess", "match": "a"}, "no reading 'guess'"),
        ({"match": "a"}, "lacks match or reading"),
    ],
)
def test_a_malformed_rule_is_named(rule: dict[str, str], complaint: str) -> None:
    with pytest.raises(LanguageError, match=r"times\.toml") as caught:
        compile_grammar({"rule": [rule]}, "es/times.toml")
    assert complaint in str(caught.value)


def test_the_longer_match_wins_even_if_a_shorter_one_begins_earlier() -> None:
    text = "Ils partirent le lundi 3 mars 2014."
    (mention,) = find_times(text, load_language("fr"), [Span(0, len(text))])
    assert mention.value == "2014-03-03"
