"""The page's words: complete in every language, with the same slots and every plural form the language has."""

import re
import string
from pathlib import Path

import pytest
from babel import Locale

from bilan.errors import UsageError
from bilan.events.load import load_events
from bilan.export.incident_tables import POLICIES
from bilan.model.claim import ACTOR_ROLES, MODALITIES, OUTCOMES, PEOPLE, PERIODS
from bilan.model.incident import RELATIONS
from bilan.web.catalogue import END_ISOLATE, ISOLATE, Message, list_page_languages, load_catalogue

LANGUAGES = list_page_languages()
TEMPLATES = Path(__file__).parents[3] / "src" / "bilan" / "web" / "templates"
KEY = re.compile(r"""\b(t|tn)\(["']([\w.-]+)["']""")

every_language = pytest.mark.parametrize("language", LANGUAGES)


def slots(message: Message) -> set[str]:
    """Return the slots a message has in any of its forms."""
    forms = [message] if isinstance(message, str) else list(message.values())
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


def test_the_page_speaks_english_french_and_arabic() -> None:
    assert set(LANGUAGES) >= {"ar", "en", "fr"}


@every_language
def test_no_message_is_missing(language: str) -> None:
    assert set(load_catalogue(language).messages) == set(load_catalogue("en").messages)


@every_language
def test_every_message_has_the_slots_of_the_english_one(language: str) -> None:
    english, own = load_catalogue("en").messages, load_catalogue(language).messages
    wrong = {key for key in english if not slots(own[key]) <= slots(english[key])}
    lacking = {key for key in english if isinstance(own[key], str) and slots(own[key]) != slots(english[key])}
    assert wrong | lacking == set()


@every_language
def test_every_plural_has_the_forms_of_its_language(language: str) -> None:
    catalogue = load_catalogue(language)
    wanted = {*Locale.parse(language).plural_form.tags, "other"}
    plurals = {key: set(forms) for key, forms in catalogue.messages.items() if not isinstance(forms, str)}
    assert plurals
    assert {key: forms for key, forms in plurals.items() if forms != wanted} == {}


@every_language
def test_no_message_is_empty(language: str) -> None:
    empty = {key for key, message in load_catalogue(language).messages.items() if not message}
    assert empty == set()


@every_language
def test_every_word_of_a_vocabulary_has_a_name(language: str) -> None:
    messages = load_catalogue(language).messages
    wanted = [f"outcome.{value}" for value in OUTCOMES]
    wanted += [f"people.{value}" for value in PEOPLE]
    wanted += [f"modality.{value}" for value in MODALITIES]
    wanted += [f"role.{value}" for value in ACTOR_ROLES]
    wanted += [f"per.{value}" for value in PERIODS]
    wanted += [f"policy{part}.{value}" for value in POLICIES for part in ("", "-rule")]
    wanted += [f"relation.{kind}.{side}" for kind in (*RELATIONS, "share-of") for side in ("source", "target")]
    wanted += [f"place.precision.{code}" for code in range(1, 8)]
    wanted += [f"time.precision.{code}" for code in range(1, 6)]
    assert [key for key in wanted if key not in messages] == []


@every_language
def test_every_event_type_has_a_label(language: str) -> None:
    assert [event.id for event in load_events().values() if language not in event.label] == []


def test_every_message_the_templates_ask_for_exists() -> None:
    messages = load_catalogue("en").messages
    asked = [match for path in sorted(TEMPLATES.glob("*.html")) for match in KEY.findall(path.read_text("utf-8"))]
    assert len(asked) > 100
    assert [key for how, key in asked if isinstance(messages.get(key), str) != (how == "t")] == []


def test_templates_hold_no_words_of_their_own() -> None:
    for path in sorted(TEMPLATES.glob("*.html")):
        bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", path.read_text("utf-8"), flags=re.DOTALL)
        words = set(re.findall(r"[^\W\d_]{2,}", bare)) - {"sha"}
        assert words == set(), path.name


def test_a_language_without_words_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r"'tlh'.*ar, en, fr"):
        load_catalogue("tlh")


def test_a_path_is_no_language() -> None:
    with pytest.raises(UsageError):
        load_catalogue("../locales/en")


def test_arabic_counts_two_by_its_dual() -> None:
    assert load_catalogue("ar").plural("summary.incidents", 2, n=2) == "حادثان"


def test_text_of_the_other_direction_is_isolated_and_other_text_is_not() -> None:
    english, arabic = load_catalogue("en"), load_catalogue("ar")
    assert english.isolate("إدلب") == f"{ISOLATE}إدلب{END_ISOLATE}"
    assert english.isolate("Idlib") == "Idlib"
    assert arabic.isolate("Idlib") == f"{ISOLATE}Idlib{END_ISOLATE}"
    assert arabic.isolate("37") == "37"


def test_braces_in_a_value_are_not_read_as_slots() -> None:
    assert load_catalogue("en").text("report.withheld", reason="{n} {0}") == "Withheld: {n} {0}"
