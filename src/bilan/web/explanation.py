"""The rule-writer's picture as one self-contained page: clauses drawn, rules that fired, rules that nearly did."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bilan.explain.picture import Find, Picture, SentencePicture, Word
from bilan.web.catalogue import Catalogue, load_catalogue
from bilan.web.clause_drawing import draw_clause
from bilan.web.frame import environment, policy, read_static, voice


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence as the page shows it: `drawings` are those of its clauses, in order; `rows` its words and finds."""

    number: int
    picture: SentencePicture
    drawings: Sequence[Markup]
    rows: Sequence[tuple[Word, Sequence[Find]]]


def render_explanation(picture: Picture, *, language: str = "en") -> str:
    """Write the page of a picture.

    Args:
        picture: What `explain` drew.
        language: Of the page's own words (ISO 639-1); sentences, rules and labels of parsers stay as they are.

    Raises:
        UsageError: the page has no words in that language.
    """
    words = load_catalogue(language)
    style = read_static("page.css") + read_static("explanation.css")
    sentences = [_view(number, sentence, words) for number, sentence in enumerate(picture.sentences, start=1)]
    return environment().get_template("explanation.html").render(
        **voice(words),
        title=words.text("explain.title"),
        language=picture.language,
        language_said=str(words.locale.languages.get(picture.language, picture.language)),
        sentences=sentences,
        why=lambda code: words.name("stray", code),
        kind=lambda value: words.name("find", value),
        policy=policy(style, ""),
        style=Markup(style),  # noqa: S704 — our own files, read from the package
    )  # fmt: skip


def _view(number: int, sentence: SentencePicture, words: Catalogue) -> SentenceView:
    return SentenceView(
        number=number,
        picture=sentence,
        drawings=[
            draw_clause(sentence.words, clause, label=words.text("explain.drawing", word=clause.text))
            for clause in sentence.clauses
        ],
        rows=[(word, [find for find in sentence.finds if find.first == word.index]) for word in sentence.words],
    )
