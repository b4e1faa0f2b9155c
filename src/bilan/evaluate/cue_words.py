"""Hold the packs' verbs of saying against a list of reporting verbs (cues-quotes): is each held, and who speaks found?

Of every lemma a sentence is made, ahead of what is said and behind it; finding the speaker in one of the two is enough.
The list holds weak cues too ("savoir", "find", "point"), which a pack may well leave out: no score of 1 is aimed at.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bilan.annotate.cues import cue_table
from bilan.evaluate.ahead import parse_ahead
from bilan.evaluate.inputs import make_report
from bilan.languages.load import Pack
from bilan.model.report import Report
from bilan.pipeline import Tools, extract

CORPUS = "cues-quotes"
SPEAKING = frozenset({"say", "deny"})
NEVER = "never"
PLURAL_ENDING = {"fr": "ent"}  # French: the present of the third person plural; English has the lemma itself
REGULAR = {"fr": "er"}
FRAMES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "fr": (
        "secouristes",
        (
            "Les secouristes {verb} que douze mineurs sont morts.",
            "« Douze mineurs sont morts », {verb} les secouristes.",
        ),
    ),
    "en": (
        "rescuers",
        ("The rescuers {verb} that twelve miners have died.", "“Twelve miners have died,” the rescuers {verb}."),
    ),
}


class CueScore(NamedTuple):
    """One lemma of the list: `held` by its pack, `speaks` where a sentence made with it finds the speaker."""

    language: str
    lemma: str
    held: bool
    speaks: bool


def score_cues(gold: Path, tools: Tools) -> list[CueScore]:
    """Score every lemma of the list whose language has a pack, in the order of the file.

    Args:
        gold: folder of the gold corpora.
        tools: the pipeline's tools.

    Raises:
        OSError: the corpus is not there.
    """
    lemmas = [(code, lemma) for code, lemma in _read_lemmas(gold) if code in tools.packs and code in FRAMES]
    made = {pair: tuple(_reports(tools.packs[pair[0]], pair[1])) for pair in lemmas}
    known = parse_ahead([report for reports in made.values() for report in reports], tools)
    return [
        CueScore(code, lemma, _is_held(tools.packs[code], lemma), _speaks(code, made[code, lemma], known))
        for code, lemma in lemmas
    ]


def _read_lemmas(gold: Path) -> Iterator[tuple[str, str]]:
    for line in (gold / f"{CORPUS}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        lemma, code, *_ = line.split("\t")
        yield code, lemma


def _is_held(pack: Pack, lemma: str) -> bool:
    return any(_forms(pack, lemma))


def _forms(pack: Pack, lemma: str) -> Sequence[str]:
    """Return the forms a pack knows of a lemma as a verb of saying."""
    return [
        words[-1]
        for words, entries in cue_table(pack).entries.items()
        for kind, value, entry in entries
        if kind in SPEAKING and value != NEVER and lemma in {entry, entry.split()[-1], entry.split("'")[-1]}
    ]


def _reports(pack: Pack, lemma: str) -> Iterator[Report]:
    verb = _plural(pack, lemma)
    for number, frame in enumerate(FRAMES[pack.code][1] if verb else ()):
        yield make_report(f"{pack.code}-{lemma}-{number}", frame.format(verb=verb), pack.code, None)


def _plural(pack: Pack, lemma: str) -> str:
    """Return the present of the third person plural, by the pack's forms or by rule; "" where neither tells it."""
    ending = PLURAL_ENDING.get(pack.code, "")
    if not ending:
        return lemma
    known = [form for form in _forms(pack, lemma) if form.endswith(ending) and not form.endswith("aient")]
    regular = REGULAR[pack.code]
    by_rule = lemma.removesuffix(regular) + ending if lemma.endswith(regular) else ""
    return min(known, key=len, default=by_rule)


def _speaks(code: str, reports: Sequence[Report], tools: Tools) -> bool:
    who = FRAMES[code][0]
    claims = (claim for report in reports for claim in extract(report, tools).claims)
    return any(who in speaker.text.lower() for claim in claims for speaker in claim.said_by)
