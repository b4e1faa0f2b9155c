"""Kinds of actors without a name: "hommes armés", "medical teams"; the packs' actors_generic.csv."""

from collections.abc import Iterator
from functools import cache

from bilan.actors.names import key_of, words_of
from bilan.languages.load import list_languages, load_language
from bilan.model.actor import ActorEntry, Alias


def find_kinds(words: str, language: str | None = None) -> Iterator[ActorEntry]:
    """Yield the kinds some words name, as entries whose names are all the kind's words; they are nobody's identity.

    Args:
        words: As they stand in a text, with or without an article.
        language: Whose words; None = any language's.
    """
    for code in [language] if language else list_languages():
        asked = key_of(words_of(words, code))
        for entry in _kinds(code):
            if asked and asked in {entry.name, *(key_of(words_of(alias.text, code)) for alias in entry.aliases)}:
                yield entry


@cache
def _kinds(language: str) -> tuple[ActorEntry, ...]:
    if language not in list_languages():
        return ()
    classes: dict[str, list[dict[str, str]]] = {}
    for row in load_language(language).rows("actors_generic"):
        classes.setdefault(row["class"], []).append(dict(row))
    return tuple(
        ActorEntry(
            id=f"kind:{name}",
            name=name,
            type=rows[0]["type"],
            aliases=tuple(Alias(language, row["lemma"]) for row in rows),
            inter=rows[0]["inter"],
        )
        for name, rows in classes.items()
    )
