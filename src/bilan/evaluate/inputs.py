"""The pipeline's input made of a gold text: what the reader would make of it, and nothing of the gold."""

from bilan.languages.load import load_language
from bilan.model.ids import text_digest
from bilan.model.report import Report
from bilan.read.boilerplate import find_set_aside


def make_report(name: str, text: str, language: str, published: str | None, title: str | None = None) -> Report:
    """Make a report as `bilan extract` makes one of a JSON record.

    Args:
        name: the report's id.
        text: the frozen text.
        language: code of a language that has a pack.
        published: ISO date or date-time, None if not known.
        title: the title, if the gold gives one.

    Raises:
        LanguageError: there is no pack for the language.
    """
    return Report(
        id=name,
        text=text,
        digest=text_digest(text),
        language=language,
        published=published,
        published_from="record" if published else None,
        title=title,
        set_aside=find_set_aside(text, load_language(language)),
    )
