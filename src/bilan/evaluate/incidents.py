"""Score linking and figures alone: gold claims in, so that no mistake of extraction is counted here.

Each gold report's claims become claim records with the place and time a person wrote down (places by name only), are
assembled, and are compared with the incidents the person found in that report.
"""

import calendar
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date  # noqa: N812 - `date` is a field of the gold
from pathlib import Path
from typing import Any, NamedTuple

from bilan.events.load import load_events, parents
from bilan.figures.assemble import assemble
from bilan.model.claim import Claim, Count, Links, Speaker, claim_id
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Assembly, Source
from bilan.model.ids import text_digest
from bilan.model.incident import Figure, Incident
from bilan.model.place import Gazetteer, Place, PlaceMention
from bilan.model.text import Span, quote_of
from bilan.model.time import TimeSpan
from bilan.places.resolve import resolve_places

Row = Mapping[str, Any]
OUTCOMES = ("killed", "injured")  # the outcomes whose figures the gold incidents give


class Tallied(NamedTuple):
    """Right answers out of all."""

    right: int = 0
    total: int = 0

    def __str__(self) -> str:
        """The share in per cent with the counts behind it."""
        return f"{self.right}/{self.total}" + (f" = {self.right / self.total:.3f}" if self.total else "")

    def add(self, right: int, total: int) -> "Tallied":
        """Add further answers."""
        return Tallied(self.right + right, self.total + total)


class Scores(NamedTuple):
    """How well gold claims were assembled.

    `pair_precision`, `pair_recall`: pairs of claims of one report put in one incident. `exact`: gold incidents whose
    very set of claims came out. `best`: best of killed and injured equal to gold, in gold incidents that give one of
    them. `range`: gold low..best..high lies in ours. `left_out`: claims without a gold incident that are in none of
    ours. `background`: gold incidents found that are rightly told or recalled. `mistakes`: what was wrong, one line
    each, by report and index of the gold incident.
    """

    pair_precision: Tallied = Tallied()
    pair_recall: Tallied = Tallied()
    exact: Tallied = Tallied()
    best: Tallied = Tallied()
    range: Tallied = Tallied()
    left_out: Tallied = Tallied()
    background: Tallied = Tallied()
    mistakes: tuple[str, ...] = ()


def score_claims(path: Path, *, events: bool = True, gazetteer: Gazetteer | None = None) -> Scores:
    """Assemble every report of a claim corpus and score the incidents.

    Args:
        path: a `claims-*.jsonl` file, plain or gzip.
        gazetteer: resolves the places' names; without one places are told apart by name only.
        events: give each claim the event type of its gold incident, as a perfect extraction would; else none.
    """
    types = load_events()
    also = {name: kind.also for name, kind in types.items()}
    specificity = {name: kind.specificity for name, kind in types.items()}
    scores = Scores()
    for row in read_rows(path):
        claims = gold_claims(row, events=events, gazetteer=gazetteer)
        digest = text_digest(row["text"])
        source = Source(digest, (row["id"],), None, row["published"], row["lang"], row["title"], digest)
        found = assemble(
            claims, [source], LinkDecisions(), {}, parents=parents(types), also=also, specificity=specificity
        )
        scores = _score_report(scores, row, claims, found)
    return scores


def read_rows(path: Path) -> Iterator[Row]:
    """Read the records of a JSON-lines file, plain or gzip."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    for line in text.split("\n"):
        if line:
            yield json.loads(line)


def gold_claims(row: Row, *, events: bool = True, gazetteer: Gazetteer | None = None) -> tuple[Claim, ...]:
    """Turn the gold claims of one report into claim records, in the order of the file."""
    text, digest = row["text"], text_digest(row["text"])
    ids = [
        claim_id(digest, "toll", gold["outcome"], Span(gold["start"], gold["end"]), index)
        for index, gold in enumerate(row["claims"])
    ]
    sentences = _sentences(text)
    places = _places([gold["place"] for gold in row["claims"] if gold["place"]], gazetteer)
    claims = []
    for index, gold in enumerate(row["claims"]):
        span = Span(gold["start"], gold["end"])
        incident = row["incidents"][gold["incident"]] if gold["incident"] is not None else None
        claims.append(
            Claim(
                id=ids[index],
                report=row["id"],
                digest=digest,
                kind="toll",
                quote=quote_of(text, span),
                sentence=next((one for one in sentences if one.start <= span.start < one.end), span),
                maker="gold/1",
                event=incident["event"] if incident and events else None,
                outcome=gold["outcome"],
                count=Count(gold["low"], gold["high"], gold["wording"], span.of(text)),
                basis=gold["basis"],
                per=gold["per"],
                share=gold["share"],
                people=tuple(gold["people"]),
                modality=gold["modality"],
                said_by=tuple(Speaker(words, "") for words in gold["said_by"]),
                place=places.get(gold["place"]),
                time=_time(gold),
                links=Links(part_of=_link(gold, "part_of", ids), supersedes=_link(gold, "supersedes", ids)),
            )
        )
    return tuple(claims)


def _places(names: Iterable[str], gazetteer: Gazetteer | None) -> dict[str, Place]:
    distinct = list(dict.fromkeys(names))
    if gazetteer is None:
        return {name: Place(name) for name in distinct}
    found = gazetteer.lookup(distinct)
    mentions = [
        PlaceMention(Span(i, i + 1), name, candidates=tuple(candidates))
        for i, (name, candidates) in enumerate(zip(distinct, found, strict=True))
    ]
    return dict(zip(distinct, resolve_places(mentions), strict=True))


def _link(gold: Row, name: str, ids: Sequence[str]) -> tuple[str, ...]:
    return () if gold[name] is None else (ids[gold[name]],)


def _sentences(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"[^\n.!?]+(?:[.!?]+|\n|$)", text)]


def _time(gold: Row) -> TimeSpan | None:
    if gold["date"] is None:
        return None
    first, _, last = gold["date"].partition("/")
    return TimeSpan(gold["time"] or "", earliest=_bound(first, last=False), latest=_bound(last or first, last=True))


def span_of(date: str) -> tuple[int, int]:
    """Return the first and last day of a gold date as ordinals (days since year 1)."""
    first, _, last = date.partition("/")
    bounds = _bound(first, last=False), _bound(last or first, last=True)
    return Date.fromisoformat(bounds[0]).toordinal(), Date.fromisoformat(bounds[1]).toordinal()


def _bound(date: str, *, last: bool) -> str:
    """Fill a year, a month or a day up to a day."""
    year, month, day = ([int(part) for part in date[:10].split("-")] + [0, 0])[:3]
    month = month or (12 if last else 1)
    day = day or (calendar.monthrange(year, month)[1] if last else 1)
    return f"{year:04}-{month:02}-{day:02}"


def _score_report(scores: Scores, row: Row, claims: Sequence[Claim], found: Assembly) -> Scores:
    home = {claim: incident for incident in found.incidents for claim in incident.claims}
    gold_home = {claim.id: gold["incident"] for claim, gold in zip(claims, row["claims"], strict=True)}
    same = {(a.id, b.id) for a in claims for b in claims if a.id < b.id and _together(gold_home, a.id, b.id)}
    ours = {
        (a.id, b.id) for a in claims for b in claims if a.id < b.id and a.id in home and home[a.id] is home.get(b.id)
    }
    alone = [claim for claim in claims if gold_home[claim.id] is None]
    scores = scores._replace(
        pair_precision=scores.pair_precision.add(len(same & ours), len(ours)),
        pair_recall=scores.pair_recall.add(len(same & ours), len(same)),
        left_out=scores.left_out.add(sum(claim.id not in home for claim in alone), len(alone)),
    )
    for index, gold in enumerate(row["incidents"]):
        members = {claim for claim, incident in gold_home.items() if incident == index}
        if members:
            scores = _score_incident(scores, f"{row['id']}#{index}", gold, (members, home))
    return scores


def _score_incident(scores: Scores, name: str, gold: Row, found: tuple[set[Any], Mapping[Any, Incident]]) -> Scores:
    members, home = found
    candidates = sorted({home[claim].id: home[claim] for claim in members if claim in home}.items())
    incident = max((one for _, one in candidates), key=lambda one: len(members & set(one.claims)), default=None)
    exact = incident is not None and set(incident.claims) == members
    scores = scores._replace(exact=scores.exact.add(exact, 1))
    if incident is not None:
        right = incident.background == gold["mentions_only"]
        scores = scores._replace(background=scores.background.add(right, 1))
    mistakes = [] if exact else [f"{name}: other claims"]
    for outcome in OUTCOMES:
        figure = (
            next((one for one in incident.figures if (one.outcome, one.people) == (outcome, "all")), None)
            if incident
            else None
        )
        wanted = gold[outcome]
        if any(wanted[end] is not None for end in ("low", "best", "high")):
            right = figure is not None and figure.best == wanted["best"]
            inside = figure is not None and covers(figure, wanted)
            scores = scores._replace(best=scores.best.add(right, 1), range=scores.range.add(inside, 1))
            if not (right and inside):
                ours = f"{figure.low}/{figure.best}/{figure.high}" if figure else "none"
                mistakes.append(f"{name}: {outcome} {ours}, gold {wanted['low']}/{wanted['best']}/{wanted['high']}")
    return scores._replace(mistakes=(*scores.mistakes, *mistakes))


def covers(figure: Figure, wanted: Row) -> bool:
    """Tell whether the gold range lies in ours; a gold range without an upper end asks for an open figure."""
    low = wanted["low"] is None or (figure.low is not None and figure.low <= wanted["low"])
    if wanted["high"] is None:
        return low and (figure.open or figure.high is None)
    return low and (figure.high is None or figure.high >= wanted["high"])


def _together(gold_home: Mapping[Any, int | None], left: str, right: str) -> bool:
    return gold_home[left] is not None and gold_home[left] == gold_home[right]
