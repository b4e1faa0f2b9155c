"""The single stages, scored alone, so that a mistake of another stage does not count.

A task is a function from the gold folder to its measures: mappings with `corpus`, `measure`, `value` (0-1, None where
nothing was asked), `gold` (how many were asked) and `matched` (how many of them are right, None where the value is no
such share). A new task is one entry in `TASKS`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bilan.actors.registry import open_registry
from bilan.errors import InputError
from bilan.evaluate import actors, incidents, places, times
from bilan.evaluate.floors import Measured
from bilan.gazetteer.index import open_gazetteer

Measure = Mapping[str, Any]

ON_REQUEST: Mapping[str, str] = {
    "places": "places-en",
    "muc": "events-en-muc",
    "shootings": "mass-shootings-en",
    "types": "types-en",
    "coder": "coder-en",
    "cues": "cues-quotes",
    "actors": "ner-fr",
}
"""Tasks that take minutes, or corpora of their own, and are scored only if they or their corpora are named."""

_PLACE_SHARES = ("precision", "recall", "f1", "accuracy_161km", "answered", "accuracy_of_answered")

SET_ASIDE = "set-aside"  # lists numbers instead of scoring: `stray_numbers`
CLAIMS = "claims"  # the task of `evaluate_claims`: extraction as a whole, with tables of its own


def run_task(name: str, gold: Path) -> tuple[Measure, ...]:
    """Score one stage.

    Args:
        name: one of `TASKS`.
        gold: folder of the gold corpora.

    Returns:
        Its measures, each with the task's name in `task`.

    Raises:
        InputError: a corpus the task needs is not there.
    """
    try:
        return tuple({"schema": "bilan.measure/1", "task": name, **measure} for measure in TASKS[name](gold))
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}", "give the folder of all gold corpora") from error


def measured_tasks(measures: Iterable[Measure]) -> Measured:
    """Return the numbers floors are kept for: corpus → task → measure → value."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for measure in measures:
        if measure["value"] is not None:
            kept = found.setdefault(measure["corpus"], {}).setdefault(measure["task"], {})
            kept[measure["measure"]] = measure["value"]
    return found


def _measure_times(gold: Path) -> Sequence[Measure]:
    return times.score_times(gold)


def _measure_places(gold: Path) -> Iterator[Measure]:
    for row in places.score_places(gold, None, open_gazetteer()):
        for name in _PLACE_SHARES:
            yield {
                "corpus": "places-en",
                "measure": f"{row['set']}_{name}",
                "value": row[name],
                "gold": row["names"],
                "matched": None,
            }


def _measure_incidents(gold: Path) -> Iterator[Measure]:
    for path in sorted(gold.glob("claims-*.jsonl*")):
        scores = incidents.score_claims(path)._asdict()
        scores.pop("mistakes")
        for name, tallied in scores.items():
            value = tallied.right / tallied.total if tallied.total else None
            yield {
                "corpus": path.name.split(".")[0],
                "measure": name,
                "value": value,
                "gold": tallied.total,
                "matched": tallied.right,
            }


def _measure_end_to_end(gold: Path) -> Iterator[Measure]:
    from bilan.evaluate import end_to_end  # noqa: PLC0415 - the whole pipeline; parsers take seconds to load
    from bilan.pipeline import load_tools  # noqa: PLC0415 - same

    tools = load_tools()
    for path in sorted(gold.glob("claims-*.jsonl*")):
        for name, tallied in end_to_end.measures(end_to_end.score_reports(path, tools)):
            yield {
                "corpus": path.name.split(".")[0],
                "measure": name,
                "value": tallied.right / tallied.total if tallied.total else None,
                "gold": tallied.total,
                "matched": tallied.right,
            }


def _measure_muc(gold: Path) -> Iterator[Measure]:
    from bilan.evaluate import muc, muc_templates  # noqa: PLC0415 - the whole pipeline; parsers take seconds to load
    from bilan.pipeline import load_tools  # noqa: PLC0415 - same

    tools = load_tools(["en"])
    telegrams = muc.read_telegrams(gold, tools)
    victims = muc.score_victims(telegrams)
    templates = muc_templates.score_templates(telegrams, tools.registry, tools.packs["en"])
    tallies = {"victims": victims.all, "victims_from_two": victims.several, "type": templates.type}
    tallies |= {"perpetrator_organisation": templates.organisation, "perpetrator_individual": templates.individual}
    for kind, found in tallies.items():
        for name in ("precision", "recall", "f1"):
            yield {
                "corpus": muc.CORPUS,
                "measure": f"{kind}_{name}",
                "value": getattr(found, name),
                "gold": found.predicted if name == "precision" else found.gold,
                "matched": None if name == "f1" else found.matched,
            }


def _measure_shootings(gold: Path) -> Iterator[Measure]:
    from bilan.evaluate import shootings  # noqa: PLC0415 - the whole pipeline; parsers take seconds to load
    from bilan.pipeline import load_tools  # noqa: PLC0415 - same

    for name, found in shootings.score_shootings(gold, load_tools(["en"])).items():
        yield {
            "corpus": shootings.CORPUS,
            "measure": name,
            "value": found.value,
            "gold": found.asked,
            "matched": found.right,
        }


def _measure_coder(gold: Path) -> Iterator[Measure]:
    from bilan.evaluate import coder  # noqa: PLC0415 - the whole pipeline; parsers take seconds to load
    from bilan.pipeline import load_tools  # noqa: PLC0415 - same

    for name, found in coder.score_codings(gold, load_tools(["en"])).items():
        yield {
            "corpus": coder.CORPUS,
            "measure": name,
            "value": found.value,
            "gold": found.asked,
            "matched": found.right,
        }


def _measure_cues(gold: Path) -> Iterator[Measure]:
    """Yield the shares held and finding their speaker, then each lemma: 1 finds him, 0.5 is only held, 0 is not."""
    from bilan.evaluate import cue_words  # noqa: PLC0415 - the whole pipeline; parsers take seconds to load
    from bilan.pipeline import load_tools  # noqa: PLC0415 - same

    scores = cue_words.score_cues(gold, load_tools())
    for code in sorted({score.language for score in scores}):
        own = [score for score in scores if score.language == code]
        for name in ("held", "speaks"):
            right = sum(getattr(score, name) for score in own)
            measure, value = f"{code}_{name}", right / len(own)
            yield {"corpus": cue_words.CORPUS, "measure": measure, "value": value, "gold": len(own), "matched": right}
    for one in scores:
        value = 1.0 if one.speaks else 0.5 if one.held else 0.0
        measure = f"{one.language} {one.lemma}"
        yield {"corpus": cue_words.CORPUS, "measure": measure, "value": value, "gold": 1, "matched": None}


def _measure_types(gold: Path) -> Iterator[Measure]:
    from bilan.evaluate import event_types  # noqa: PLC0415 - the whole pipeline; parsers take seconds to load
    from bilan.pipeline import load_tools  # noqa: PLC0415 - same

    typed = event_types.type_snippets(gold, load_tools(["en"]))
    scores = event_types.score_types(typed)
    right = sum(score.right for score in scores.values())
    rows = [("weighted_f1", event_types.weighted_f1(scores), len(typed), right)]
    rows += [(f"{event}_f1", score.f1, score.gold, score.right) for event, score in scores.items()]
    for measure, value, asked, matched in rows:
        yield {"corpus": event_types.CORPUS, "measure": measure, "value": value, "gold": asked, "matched": matched}


def _measure_actors(gold: Path) -> Iterator[Measure]:
    scores = actors.score_mentions(actors.read_mentions(gold), open_registry())
    for (corpus, draw), score in scores.items():
        for name, of in (("recall", score.asked), ("precision", score.given)):
            yield {
                "corpus": corpus,
                "measure": f"{draw}_{name}",
                "value": score.right / of if of else None,
                "gold": of,
                "matched": score.right,
            }


TASKS: Mapping[str, Callable[[Path], Iterable[Measure]]] = {
    "actors": _measure_actors,
    "coder": _measure_coder,
    "cues": _measure_cues,
    "end-to-end": _measure_end_to_end,
    "incidents": _measure_incidents,
    "muc": _measure_muc,
    "places": _measure_places,
    "shootings": _measure_shootings,
    "times": _measure_times,
    "types": _measure_types,
}
