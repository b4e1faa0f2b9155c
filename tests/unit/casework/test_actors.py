"""A casebook's own actors: kept in the log, known when its reports are read, gone only from what follows."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.casebook_kit import make_actor_change, open_book

from bilan.casework import add_actors, casebook_registry, own_actors, remove_actor
from bilan.casework.actors import mark_maker
from bilan.errors import UsageError
from bilan.model.actor import ActorEntry
from bilan.review.log import read_actor_changes


def _entry(actor: str = "own:tellera-brigade") -> ActorEntry:
    entry = make_actor_change(actor).entry
    assert entry is not None
    return entry


def test_an_own_actor_is_known_by_all_its_names_and_by_its_sound(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        add_actors(book, [_entry()], who="Ada", reason="leaflet")
        registry = casebook_registry(book)
    for language, name in (
        ("fr", "la brigade de Tellera"),
        ("en", "Tellera Brigade"),
        ("ar", "لواء تليرا"),
        ("en", "Telera Brigade"),
    ):
        (found,) = registry.match([name], language)
        assert found is not None
        assert found.id == "own:tellera-brigade"


def test_what_was_added_is_there_when_the_casebook_is_opened_again(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        add_actors(book, [_entry(), _entry("own:other")], who="Ada", reason="leaflet")
        remove_actor(book, "own:other", who="Bo", reason="a slip")
    with open_book(tmp_path) as book:
        assert own_actors(book) == (_entry(),)
        changes = read_actor_changes(book.store.log())
    assert [(change.actor, change.entry is None, change.who) for change in changes] == [
        ("own:tellera-brigade", False, "Ada"),
        ("own:other", False, "Ada"),
        ("own:other", True, "Bo"),
    ]


def test_the_same_again_is_not_logged_again_and_another_of_its_id_replaces_it(tmp_path: Path) -> None:
    newer = replace(_entry(), country="LB")
    with open_book(tmp_path) as book:
        assert add_actors(book, [_entry()], who="Ada", reason="") == (_entry(),)
        assert add_actors(book, [_entry()], who="Ada", reason="") == ()
        assert add_actors(book, [newer], who="Ada", reason="") == (newer,)
        assert own_actors(book) == (newer,)
        assert len(book.store.log()) == 2


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"id": "tellera"}, "no id"),
        ({"name": " "}, "no name"),
        ({"type": "tribe"}, "tribe"),
        ({"country": "ZZ"}, "ZZ"),
        ({"parent": "actor:nobody"}, "actor:nobody"),
        ({"start": "last year"}, "no year"),
        ({"start": "2015", "end": "2012"}, "ends before"),
    ],
)
def test_an_actor_that_is_not_sound_is_refused_and_none_is_logged(
    tmp_path: Path, changed: dict[str, str], named: str
) -> None:
    with open_book(tmp_path) as book:
        with pytest.raises(UsageError, match=named):
            add_actors(book, [_entry(), replace(_entry(), **changed)], who="Ada", reason="")  # type: ignore[arg-type]
        assert book.store.log() == ()


def test_a_parent_may_be_shipped_or_come_with_the_same_table(tmp_path: Path) -> None:
    child = replace(_entry("own:child"), parent="own:tellera-brigade")
    cousin = replace(_entry("own:cousin"), parent="army:SY")
    with open_book(tmp_path) as book:
        assert len(add_actors(book, [child, cousin, _entry()], who="Ada", reason="")) == 3


@pytest.mark.parametrize(("actor", "remedy"), [("actor:afp", "shipped"), ("own:nobody", "export")])
def test_only_an_own_actor_can_be_removed(tmp_path: Path, actor: str, remedy: str) -> None:
    with open_book(tmp_path) as book, pytest.raises(UsageError, match=actor) as told:
        remove_actor(book, actor, who="Ada", reason="")
    assert remedy in str(told.value)


def test_reports_are_read_anew_only_when_the_own_actors_change() -> None:
    one, other = _entry(), replace(_entry(), end="2016")
    assert mark_maker("kit/1", ()) == "kit/1"
    assert mark_maker("kit/1", (one,)) == mark_maker("kit/1", (replace(one),)) != "kit/1"
    assert mark_maker("kit/1", (one,)) != mark_maker("kit/1", (other,))
