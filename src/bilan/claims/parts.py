"""Parts of a toll: "dont 12 enfants", "including two women", "sept morts (deux civils et 5 assaillants)".

A part keeps the outcome of its whole. Marked parts only: a subgroup is a part when the words say so
(claims-conventions, rule 9).
"""

from collections.abc import Sequence

from bilan.annotate.annotation import Annotation
from bilan.annotate.arguments import next_noun
from bilan.annotate.clauses import Clause
from bilan.annotate.cues import Cue
from bilan.annotate.humans import human_at, is_person_name
from bilan.annotate.phrases import Phrase, phrase_at
from bilan.annotate.syntax import Sentence
from bilan.claims.draft import Draft
from bilan.languages.load import Pack
from bilan.model.claim import Count

OPENER = 3  # tokens between "parmi eux" and the first of them: a comma, a verb and its auxiliary
AMONG_REACH = 4  # tokens between "parmi" and the noun of the group
TOLD_BACK = 3  # sentences between a group and "parmi les victimes"
GAP = 3  # tokens between a whole and the bracket or colon that opens its breakdown
SHARE_BACK = 3  # sentences before a share in which its whole may stand
MEMBERS = 6  # a breakdown longer than this is a list of something else


def mark_parts(annotation: Annotation, drafts: Sequence[Draft]) -> list[Draft]:
    """Add the parts that no clause yields, and tie every marked part to its whole.

    Returns:
        All drafts in text order; `whole` holds the index of the whole in that list.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    out: list[Draft] = []
    for number, sentence in enumerate(annotation.sentences):
        own = by_sentence.get(number, [])
        out += _sentence_parts(annotation, number, sentence, own, out)
    return _share_wholes(_indexed(out))


def _sentence_parts(
    annotation: Annotation, number: int, sentence: Sentence, own: list[Draft], before: Sequence[Draft]
) -> list[Draft]:
    pack, found = annotation.pack, list(own)
    previous = next((d for d in reversed(before) if d.sentence >= number - 1 and d.basis != "part"), None)
    for cue in annotation.cues[number]:
        if cue.kind == "part":
            whole = _whole_before(found, cue.first) or _whole_after(sentence, found, cue)
            whole = whole or previous
            if whole is not None:
                _take(sentence, found, whole, _members(sentence, cue.last + 1), pack)
        elif cue.kind == "among" and cue.first <= sentence.first + 1:
            _take_among(annotation, number, cue, found, before)
        elif cue.kind == "of-them":
            _take_of_them(sentence, found, cue, previous, pack)
    for draft in own:
        start = _breakdown_start(sentence, draft)
        if start is not None:
            members = _members(sentence, start)
            if _sums_up(draft, members, exact=sentence.tokens[start - 1].text == ","):
                _take(sentence, found, draft, members, pack)
    return sorted(found, key=lambda d: (d.quote.start, d.quote.end))


def _whole_before(found: Sequence[Draft], at: int) -> Draft | None:
    """Return the draft that ends last before token `at`; a part's own whole stands in for a part."""
    before = [d for d in found if d.at < at and d.basis != "part" and d.share is None]
    return max(before, key=lambda d: d.at, default=None)


def _whole_after(sentence: Sentence, found: Sequence[Draft], cue: Cue) -> Draft | None:
    """Return the whole behind a part that opens the sentence: "Including two children, 12 people were killed"."""
    after = [d for d in found if d.at > cue.last]
    return min(after, key=lambda d: d.at, default=None) if cue.first == sentence.first else None


def _members(sentence: Sentence, start: int) -> list[Phrase]:
    """Read the list of counted or described people that starts at token `start`."""
    members: list[Phrase] = []
    at = start
    while at < sentence.last and at < start + OPENER and _opens_list(sentence, at):
        at += 1  # "parmi elles figure un Français", "parmi eux, trois enfants"
    while at < sentence.last and len(members) <= MEMBERS:
        noun = next_noun(sentence, at)
        if noun is None:
            break
        phrase = phrase_at(sentence, noun)
        if phrase.first < at - 1 or (members and _begins_clause(sentence, phrase)):
            break
        members.append(phrase)
        after = _after_member(sentence, max(phrase.last, noun) + 1)
        if after is None:
            break
        at = after
    return members


def _begins_clause(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell the subject of the next clause from one more member: "including 12 children, rescuers said"."""
    after = phrase.last + 1
    uncounted = phrase.number is None or phrase.number.one
    return uncounted and after < sentence.last and sentence.tokens[after].pos in {"VERB", "AUX"}


def _opens_list(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if at in sentence.number_at:  # "dont un", a pronoun that counts
        return False
    return token.pos in {"VERB", "AUX", "PRON"} or token.text in {",", ":"}


def _after_member(sentence: Sentence, at: int) -> int | None:
    """Step over what follows a member (adjectives, "of …") to the next item of the list; None at its end."""
    steps = 0
    while at < sentence.last and steps < 6:  # noqa: PLR2004  # a modifier longer than this ends the list
        token = sentence.tokens[at]
        if token.text == "," or token.pos == "CCONJ":
            while at < sentence.last and (sentence.tokens[at].text == "," or sentence.tokens[at].pos == "CCONJ"):
                at += 1
            return at
        if token.pos not in {"ADJ", "ADP", "DET", "NOUN", "PROPN"} or at in sentence.number_at:
            return None
        at, steps = at + 1, steps + 1
    return None


def _take(sentence: Sentence, found: list[Draft], whole: Draft, members: Sequence[Phrase], pack: Pack) -> None:
    """Make each member a part of `whole`, in place: mend the draft that stands on it, or add one."""
    for phrase in members:
        standing = [d for d in found if d.at == phrase.head and d is not whole]
        if standing:
            for draft in standing:
                if _part_outcome(draft, whole) and draft.basis == "total":
                    found[found.index(draft)] = draft.but(outcome=whole.outcome, basis="part", extra=(_key(whole),))
            if any(_part_outcome(draft, whole) for draft in standing):
                continue
            return
        part = _part(sentence, whole, phrase, pack)
        if part is None:
            return
        found.append(part)


def _part_outcome(draft: Draft, whole: Draft) -> bool:
    """Tell whether a standing draft is a part of the whole: the injured taken to hospital are among the injured."""
    return draft.outcome == whole.outcome or (draft.outcome == "treated" and whole.outcome == "injured")


def _part(sentence: Sentence, whole: Draft, phrase: Phrase, pack: Pack) -> Draft | None:
    human, number = human_at(sentence, phrase, pack), phrase.number
    named = phrase.form == "name" and human is None and is_person_name(sentence, phrase)
    if (human is None and not named and not (number and phrase.form == "number")) or (human and human.kind != "person"):
        return None
    if phrase.head in sentence.times:
        return None
    text = phrase.span.of(sentence.text)
    if number is not None and not number.one:
        count = Count(number.low, number.high, number.wording, number.span.of(sentence.text))
    elif phrase.plural:
        if phrase.definite is True:
            return None
        count = Count(2, None, "vague", text)
    else:
        count = Count(human.persons if human else 1, human.persons if human else 1, "exact", text)
    here = sentence.tokens[phrase.head].sent
    return whole.but(
        sentence=here,
        clause=whole.clause if whole.sentence == here else None,
        at=phrase.head,
        quote=phrase.span,
        rule="part",
        count=count,
        phrase=phrase,
        people=human.people if human else ("unknown",),
        basis="share" if number and number.share is not None else "part",
        share=number.share if number else None,
        victims=(),
        extra=(_key(whole),),
    )


def _take_among(annotation: Annotation, number: int, cue: Cue, found: list[Draft], before: Sequence[Draft]) -> None:
    """Read "parmi les morts figurent trois enfants": parts of the group's toll, told a few sentences before at most."""
    sentence = annotation.sentences[number]
    reach = range(cue.last + 1, cue.last + 1 + AMONG_REACH)
    group = next((c for c in annotation.clauses[number] if c.kind == "person" and c.predicate in reach), None)
    if group is None:
        return
    near = [d for d in before if d.kind == "toll" and d.basis == "total" and number - d.sentence <= TOLD_BACK]
    told = [draft for draft in near if draft.outcome == group.word.outcome]
    if not told and group.word.needs == "victims":  # "Parmi les victimes": whatever befell those told of before
        told = near
    members = _members(sentence, group.predicate + 1)
    _take(sentence, found, told[-1] if told else _untold(number, group), members, annotation.pack)


def _untold(number: int, group: Clause) -> Draft:
    """Return the toll of a group nobody counted: "Parmi les morts figurent deux enfants" says that there are dead."""
    phrase = group.args[0].phrase
    return Draft(
        kind="toll",
        sentence=number,
        at=phrase.head,
        quote=phrase.span,
        rule="untold",
        outcome=group.word.outcome,
        clause=group,
    )


def _take_of_them(sentence: Sentence, found: list[Draft], cue: Cue, previous: Draft | None, pack: Pack) -> None:
    """Read "quatre d'entre eux", "two of them": a part of the last toll named before."""
    at = cue.first - 1
    number = sentence.number_at.get(at)
    if number is None:
        return
    whole = _whole_before([d for d in found if d.at < at - 1], at) or previous
    if whole is None:
        return
    own = (d for d in found if number in {sentence.number_at.get(d.at), d.phrase.number if d.phrase else None})
    standing = next(own, None)
    if standing is not None:
        if standing.outcome == whole.outcome:
            basis = "part" if standing.share is None else "share"
            found[found.index(standing)] = standing.but(basis=basis, extra=(_key(whole),))
        return
    part = _part(sentence, whole, phrase_at(sentence, at), pack)
    if part is not None and not _others_counted(sentence, whole, at):
        found.append(part)


def _others_counted(sentence: Sentence, whole: Draft, at: int) -> bool:
    """Tell whether something else is counted between a toll and "deux d'entre eux": "vingt maisons …, trois d'…"."""
    here = sentence.first <= whole.at < sentence.last
    between = range(whole.at + 1 if here else sentence.first, at)
    own = sentence.number_at.get(at)
    numbers = (sentence.number_at[i] for i in between if i in sentence.number_at)
    return any(not number.one and number is not own and number.share is None for number in numbers)


def _breakdown_start(sentence: Sentence, draft: Draft) -> int | None:
    """Return the token after the bracket or colon that opens a breakdown right behind a toll."""
    after = max(draft.at, draft.clause.predicate if draft.clause else draft.at) + 1
    for i in range(after, min(sentence.last, after + GAP)):
        if sentence.tokens[i].text in {"(", ":", "—", "–", ","}:
            return i + 1 if i + 1 < sentence.last else None
    return None


def _sums_up(draft: Draft, members: Sequence[Phrase], *, exact: bool) -> bool:
    """A breakdown counts no more people than its whole; behind a mere comma it counts just as many."""
    low = draft.count.low if draft.count else None
    if low is None or low < 2 or not members:  # noqa: PLR2004  # one person has no parts
        return False
    if any(member.number is None and member.plural for member in members):  # "trois morts (pompiers)" names who says it
        return False
    total = sum((m.number.low or 1) if m.number is not None else 1 for m in members)
    return total == low and len(members) > 1 if exact else total <= low


def _share_wholes(drafts: list[Draft]) -> list[Draft]:
    """Tie a share without a marked whole to the last toll before it with the same outcome."""
    out = list(drafts)
    for index, draft in enumerate(drafts):
        if draft.share is None or draft.whole is not None:
            continue
        before = [
            i
            for i, other in enumerate(drafts[:index])
            if other.outcome == draft.outcome and other.share is None and draft.sentence - other.sentence <= SHARE_BACK
        ]
        if before:
            out[index] = draft.but(whole=before[-1])
    return out


def _key(draft: Draft) -> str:
    return f"{draft.sentence}:{draft.at}:{draft.outcome}"


def _indexed(drafts: list[Draft]) -> list[Draft]:
    """Turn the keys of wholes into indexes."""
    where = {_key(draft): index for index, draft in enumerate(drafts)}
    return [draft.but(whole=where.get(draft.extra[0])) if draft.extra else draft for draft in drafts]
