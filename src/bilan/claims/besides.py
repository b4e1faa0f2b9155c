"""Tolls that come on top of those told before: "killed two men and a girl", "killing five more", "then killed a guard".

The flag `besides` says so: reconciling adds such a toll to the one before it, where it would otherwise take the smaller
number for a part or an earlier stage of the larger.
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft

BESIDES = "besides"
BACK = 3  # sentences in which the toll before it stands
NEAR = 3  # tokens between "then", "later" and the verb


def mark_besides(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Flag the totals that add to an earlier one of the same outcome."""
    out: list[Draft] = []
    for draft in drafts:
        before = [d for d in out if _comparable(d, draft)]
        sentence = annotation.sentences[draft.sentence]
        tolls = [d for d in out if d.kind == "toll"]
        adds = bool(before) and (
            _joined(sentence, before[-1], draft) or _further(sentence, draft, others=tolls[-1] is before[-1])
        )
        out.append(draft.but(flags=(*draft.flags, BESIDES)) if adds else draft)
    return out


def _comparable(earlier: Draft, draft: Draft) -> bool:
    same = earlier.kind == draft.kind == "toll" and earlier.outcome == draft.outcome
    total = earlier.basis == draft.basis == "total" and 0 <= draft.sentence - earlier.sentence <= BACK
    return same and total and (earlier.people == ("attacker",)) == (draft.people == ("attacker",))


def _joined(sentence: Sentence, earlier: Draft, draft: Draft) -> bool:
    """Tell whether a conjunction and nothing else joins the two: "two men and a girl"."""
    one, other = earlier.phrase, draft.phrase
    if one is None or other is None or earlier.sentence != draft.sentence or other.first <= one.last:
        return False
    between = {sentence.low[i] for i in range(one.last + 1, other.first)} - sentence.grammar.phrases["definite"]
    if between == {","}:  # "his mother, his uncle and a guest"; but "twelve people, three children" are twelve
        return draft.rule.endswith(("/listed", "/coordination")) and _single(earlier) and _single(draft)
    return bool(between - {","}) and between - {","} <= sentence.grammar.phrases["and"]


def _single(draft: Draft) -> bool:
    return draft.count is not None and draft.count.low == draft.count.high == 1


def _further(sentence: Sentence, draft: Draft, *, others: bool) -> bool:
    """Tell "five more", "an additional five", and an act said to come after another ("then killed").

    `others`: the toll right before is of the same outcome, so that "three others" are others than those.
    """
    phrase, clause = draft.phrase, draft.clause
    if phrase is None or clause is None or clause.kind != "act":
        return False
    inside = range(phrase.first, min(sentence.last, phrase.last + 2))
    words = sentence.grammar.phrases["besides"] | (sentence.grammar.phrases["others"] if others else frozenset())
    more = any(sentence.low[i] in words and not _modifies(sentence, i) for i in inside)
    around = range(clause.verb.first - NEAR, clause.predicate)
    next_ = any(sentence.low.get(i) in sentence.grammar.phrases["sequel"] for i in around)
    return more or (next_ and clause.verb.voice == "active" and bool(clause.slot("agent")))


def _modifies(sentence: Sentence, i: int) -> bool:
    """Tell the "more" of "more than 20" and of "more seriously"."""
    after = i + 1
    return (
        after < sentence.last
        and (after in sentence.number_at or sentence.tokens[after].pos in {"SCONJ", "ADP", "ADJ", "ADV"})
        and sentence.low[i] in sentence.grammar.phrases["others"]
    )
