"""Why something that looked like a toll became none: nothing is dropped without a word.

The toll rules yield refusals beside drafts. A refusal that holds a number is shown to the reader among what was set
aside (`claims.spared`); all of them are what `bilan explain` calls near misses.
"""

from collections.abc import Sequence
from typing import NamedTuple

from bilan.annotate.phrases import Phrase
from bilan.claims.draft import Draft
from bilan.model.text import Span

NOT_COUNTED = "not-counted"  # the words count nobody, or the outcome word asks for a number and has none
NOBODY = "no-outcome"  # the outcome word speaks of no victims in this reading
THING = "thing"  # things, animals, places are counted, not people
BODY = "body"  # institutions and groups are counted, not their members
OTHER_PEOPLE = "other-people"  # the outcome word is said of others: troops, captives
UNFOUND = "not-found"  # "corps", "bodies" count only where somebody found them
RESTATED = "restated"  # said again of people already counted
CLAIMED = "claimed"  # another word of the sentence claims the same number
JOINT = "joint"  # one number for two outcomes: "12 killed and wounded"
FARED = "fared"  # people shot or stabbed, of whom the report says apart who died
NATURAL = "natural"  # one person's death of an illness or of age
FICTION, GENERIC, HYPOTHETICAL, SPORT, FIGURE = "fiction", "generic", "hypothetical", "sport", "figure"


class Refusal(NamedTuple):
    """A phrase beside an outcome word that became no claim.

    `sentence` is the index in the annotation, `at` the token the phrase hangs on, `span` its words, `number` the words
    of its amount (None without one). `rule` is the rule that nearly fired, `reason` one of this module's codes,
    `detail` the word that decided, where one did.
    """

    sentence: int
    at: int
    span: Span
    number: Span | None
    rule: str
    reason: str
    detail: str = ""


class Judged(NamedTuple):
    """What a step of the toll rules keeps, and what it refuses."""

    drafts: list[Draft]
    refusals: list[Refusal]


def refuse(sentence: int, phrase: Phrase, rule: str, reason: str, detail: str = "") -> Refusal:
    """Refuse a phrase for which no draft was made."""
    number = phrase.number
    amount = number.span if number is not None and not number.one else None
    return Refusal(sentence, phrase.head, phrase.span, amount, rule, reason, detail)


def refuse_draft(draft: Draft, reason: str, detail: str = "") -> Refusal:
    """Refuse a draft a later step does not let stand."""
    if draft.phrase is not None:
        return refuse(draft.sentence, draft.phrase, draft.rule, reason, detail)
    return Refusal(draft.sentence, draft.at, draft.quote, None, draft.rule, reason, detail)


def judge(verdicts: Sequence[tuple[Draft, str, str]]) -> Judged:
    """Part drafts by the reason against each: "" keeps it, a code refuses it, with a detail."""
    return Judged(
        [draft for draft, reason, _ in verdicts if not reason],
        [refuse_draft(draft, reason, detail) for draft, reason, detail in verdicts if reason],
    )
