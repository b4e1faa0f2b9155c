"""Triggers: our own sentences with and without events, in hand-made tokens, so that no parser is needed."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bilan.annotate.tokens import Token
from bilan.annotate.trigger_table import fold_word
from bilan.annotate.triggers import Trigger, find_triggers, first_met
from bilan.errors import LanguageError
from bilan.events.load import load_events
from bilan.languages.load import load_language

LANGUAGES = ("fr", "en")


def tokens_of(line: str) -> tuple[Token, ...]:
    """Read "form/lemma/POS" tokens parted by blanks; "//" begins a new sentence; form alone = NOUN with that lemma."""
    tokens: list[Token] = []
    start = sent = 0
    for part in line.split():
        if part == "//":
            sent += 1
            continue
        form, lemma, pos = (*part.split("/"), "", "")[:3]
        end = start + len(form)
        lemma, pos = lemma or form.lower(), pos or "NOUN"
        tokens.append(Token(len(tokens), start, end, form, lemma, pos, "dep", 0, "", "", sent))
        start += len(form) + 1
    return tuple(tokens)


def events_of(language: str, line: str) -> Sequence[str]:
    """Return the events of the triggers that need nothing around them."""
    found = find_triggers(tokens_of(line), load_language(language))
    return [trigger.event for trigger in first_met(found, lambda trigger: not trigger.needs)]


def trigger_of(language: str, line: str) -> Trigger:
    (trigger,) = find_triggers(tokens_of(line), load_language(language))
    return trigger


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trigger_names_a_known_event_type(language: str) -> None:
    rows = load_language(language).rows("events")
    assert {row["event"] for row in rows if row["pos"] != "glue"} <= set(load_events())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_type_has_a_trigger(language: str) -> None:
    rows = load_language(language).rows("events")
    assert set(load_events()) <= {row["event"] for row in rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_trigger_row_stands_twice(language: str) -> None:
    rows = [(row["lemma"], row["pos"], row["event"], row["needs"]) for row in load_language(language).rows("events")]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_need_is_one_the_code_or_the_claims_know(language: str) -> None:
    pack = load_language(language)
    needs = [row["needs"] for row in pack.rows("events") if row["needs"] and not row["needs"].startswith("near=")]
    conditions = {condition.partition("=")[::2] for need in needs for condition in need.split()}
    assert {slot for slot, _ in conditions} <= {"patient", "target", "agent", "with", "after", "of"}
    classes = {name for slot, value in conditions if slot != "after" for name in value.split("/")} - {"none"}
    assert classes <= {"place", "people", "armed"} | {row["class"] for row in pack.rows("things")}


def test_two_meanings_of_one_word_come_out_together_the_conditioned_ones_first() -> None:
    found = find_triggers(tokens_of("they/they/PRON attacked/attack/VERB it/it/PRON"), load_language("en"))
    assert [trigger.event for trigger in found][-1] == "attack"
    assert [bool(trigger.needs) for trigger in found] == sorted((bool(t.needs) for t in found), reverse=True)
    assert first_met(found, lambda trigger: trigger.event != "attack")[0].needs
    assert first_met(found, lambda _: False) == ()


@pytest.mark.parametrize(
    ("language", "line", "events"),
    [
        ("fr", "ce/ce/PRON fut/être/AUX un/un/DET tir d'/de/ADP artillerie", ["shelling-artillery-missile"]),
        ("fr", "un/un/DET attentat-suicide visa/viser/VERB le/le/DET port", ["suicide-bomb"]),
        ("fr", "elle/elle/PRON s'/se/PRON est/être/AUX fait/faire/VERB exploser/exploser/VERB", ["suicide-bomb"]),
        ("fr", "les/le/DET Émeutes/émeute durent/durer/VERB", ["violent-demonstration"]),
        ("fr", "ENLÈVEMENT/enlèvement AU/au/ADP MARCHÉ/marché", ["abduction"]),
        ("fr", "trois/trois/NUM Glissements/glissement de/de/ADP terrain", ["disaster"]),
        ("en", "a/a/DET car/car bomb/bomb killed/kill/VERB him/he/PRON", ["remote-explosive-ied-landmine"]),
        ("en", "a/a/DET car-bomb/car-bomb killed/kill/VERB him/he/PRON", ["remote-explosive-ied-landmine"]),
        ("en", "they/they/PRON fled/flee/VERB their/their/PRON homes/home", ["displacement"]),
        ("en", "aid/aid workers/worker kidnapped/kidnap/VERB", ["abduction"]),
        ("en", "the/the/DET ferry/ferry sank/sink/VERB off/off/ADP Lamu/lamu/PROPN", ["accident"]),
        ("en", "a/a/DET leaflet/leaflet drop/drop", ["leaflet-drop"]),
    ],
)  # fmt: skip
def test_words_that_say_what_happened_are_found(language: str, line: str, events: list[str]) -> None:
    assert events_of(language, line) == events


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "on/on/PRON l'/le/PRON a/avoir/AUX bombardé/bombarder/VERB de/de/ADP questions/question"),
        ("fr", "on/on/PRON l'/le/PRON a/avoir/AUX bombardé/bombardé/ADJ de/de/ADP questions/question"),
        ("fr", "une/un/DET explosion des/de/ADP prix"),
        ("fr", "un/un/DET tir au/au/ADP but"),
        ("fr", "une/un/DET attaque en/en/ADP justice"),
        ("fr", "sa/son/DET bombe politique/politique/ADJ"),
        ("fr", "un/un/DET film sur/sur/ADP"),
        ("fr", "le/le/DET simulacre d'/de/ADP attentat"),
        ("fr", "la/le/DET guerre froide/froid/ADJ"),
        ("en", "they/they/PRON struck/strike/VERB a/a/DET chord/chord"),
        ("en", "the/the/DET price/price explosion/explosion"),
        ("en", "a/a/DET respiratory/respiratory/ADJ arrest/arrest"),
        ("en", "the/the/DET stock/stock market/market crashed/crash/VERB"),
        ("en", "a/a/DET bomb/bomb scare/scare"),
        ("en", "a/a/DET mock/mock/ADJ attack/attack"),
    ],
)
def test_figurative_and_staged_uses_are_no_event(language: str, line: str) -> None:
    assert events_of(language, line) == []


def test_a_word_nearby_says_who_bombed() -> None:
    bombed = "a/avoir/AUX bombardé/bombarder/VERB le/le/DET col"
    assert events_of("fr", f"l'/le/DET armée {bombed}") == ["shelling-artillery-missile"]
    assert events_of("fr", f"l'/le/DET aviation {bombed}") == ["air-drone-strike"]


def test_a_word_of_another_sentence_does_not_count_as_nearby() -> None:
    line = "l'/le/DET aviation passe/passer/VERB // l'/le/DET armée a/avoir/AUX bombardé/bombarder/VERB"
    assert events_of("fr", line) == ["shelling-artillery-missile"]


def test_a_trap_word_of_another_sentence_does_not_spring() -> None:
    assert events_of("fr", "l'/le/DET explosion // prix élevés/élevé/ADJ") == ["remote-explosive-ied-landmine"]


def test_a_phrase_does_not_run_across_a_comma_or_a_sentence() -> None:
    assert events_of("en", "the/the/DET car/car ,/,/PUNCT crash/crash") == ["accident"]
    assert trigger_of("en", "the/the/DET car/car ,/,/PUNCT crash/crash").start_token == 3
    assert trigger_of("en", "the/the/DET car/car // crash/crash").start_token == 2


def test_a_noun_trigger_is_not_found_in_a_verb() -> None:
    assert events_of("en", "it/it/PRON storms/storm/VERB in/in/ADV") == []


def test_the_longest_phrase_wins_and_its_span_is_kept() -> None:
    trigger = trigger_of("fr", "une/un/DET prise/prise d'/de/ADP otages/otage a/avoir/AUX lieu")
    assert (trigger.event, trigger.start_token, trigger.end_token) == ("abduction", 1, 4)


def test_two_triggers_in_one_sentence_are_both_found_in_order() -> None:
    assert events_of("en", "after/after/ADP a/a/DET siege/siege came/come/VERB an/a/DET earthquake/earthquake") == [
        "other-strategic",
        "disaster",
    ]


def test_a_condition_on_a_slot_is_handed_on() -> None:
    assert trigger_of("fr", "ils/il/PRON prirent/prendre/VERB Tal/tal/PROPN").needs == "patient=place"


def test_token_indexes_are_those_of_the_report_not_of_the_slice() -> None:
    tokens = tokens_of("a/a/DET b/b/NOUN c/c/NOUN massacre/massacre")[2:]
    (trigger,) = find_triggers(tokens, load_language("en"))
    assert (trigger.start_token, trigger.end_token) == (3, 4)


def test_two_triggers_in_one_hyphened_token_are_one() -> None:
    assert len(events_of("fr", "la/le/DET grenade-pogrom/grenade-pogrom")) == 1


def test_no_tokens_give_no_triggers() -> None:
    assert find_triggers((), load_language("fr")) == ()


def test_folding_drops_case_accents_plurals_and_hyphens() -> None:
    assert fold_word("Émeutes") == fold_word("emeute")
    assert fold_word("anti-personnel") == "antipersonnel"
    assert fold_word("gaz") == "gaz"


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("events", "coup,adverb,attack,50,"),
        ("events", "coup,noun,attack,much,"),
        ("event_traps", "x,y,nowhere,2,z"),
    ],
)
def test_a_malformed_row_is_named(tmp_path: Path, table: str, row: str) -> None:
    folder = tmp_path / "fr"
    folder.mkdir()
    shipped = load_language("fr").folder
    (folder / "pack.toml").write_text((shipped / "pack.toml").read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("events", "event_traps"):
        header = next(
            line for line in (shipped / f"{name}.csv").read_text(encoding="utf-8").splitlines() if line[0] != "#"
        )  # fmt: skip
        (folder / f"{name}.csv").write_text(f"{header}\n{row}\n" if name == table else f"{header}\n", encoding="utf-8")
    with pytest.raises(LanguageError, match="malformed"):
        find_triggers(tokens_of("coup"), load_language("fr", [tmp_path]))
