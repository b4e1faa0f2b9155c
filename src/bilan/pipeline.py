"""The whole path, in the order data flows. Read this first.

    ingest → read → annotate → claims → places, times → incidents → figures → review → export

`intake.iter_reports` does the first two stages (bytes → Report); `extract` reads one report; `assemble` many.
Every step is a pure function over the frozen records of `model/`; what they need beyond records comes in as `Tools`.
"""

import gc
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bilan.actors.registry import open_registry
from bilan.annotate.annotation import Annotation, annotate
from bilan.annotate.plain_parser import PlainParser
from bilan.annotate.spacy_parser import SpacyParser
from bilan.annotate.tokens import Parser
from bilan.claims.anaphora import settle_common_places
from bilan.claims.attribution import attribute
from bilan.claims.background import find_recalled, flag_background
from bilan.claims.basis import judge_basis
from bilan.claims.besides import mark_besides
from bilan.claims.claims import make_claims
from bilan.claims.derive import derive
from bilan.claims.events import find_events
from bilan.claims.figurative import drop_figurative
from bilan.claims.gate import may_claim
from bilan.claims.grounds import drop_groundless
from bilan.claims.groups import settle_people
from bilan.claims.happenings import name_events, triggers_by_sentence
from bilan.claims.identify import actor_names, identify
from bilan.claims.modality import judge_modality
from bilan.claims.needs import find_needs
from bilan.claims.parts import mark_parts
from bilan.claims.refusals import Judged
from bilan.claims.rivals import add_rivals
from bilan.claims.settings import settle
from bilan.claims.statements import find_statements
from bilan.claims.strays import find_strays
from bilan.claims.tolls import find_tolls
from bilan.claims.unreal import drop_unreal
from bilan.claims.unverified import hedge_unverified
from bilan.claims.updates import split_updates
from bilan.claims.victims import describe_victims
from bilan.errors import LanguageError
from bilan.events.load import EventType, load_events, may_echo
from bilan.figures.assemble import assemble as assemble_claims
from bilan.gazetteer.index import open_gazetteer
from bilan.languages.load import Pack, list_languages, load_language
from bilan.model.actor import ActorEntry, Registry
from bilan.model.claim import Claim
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Assembly, Extraction, Source
from bilan.model.place import Gazetteer
from bilan.model.report import Report
from bilan.model.time import TimeSpan
from bilan.places.flags import flag_directions
from bilan.places.resolve import resolve_places
from bilan.read.passages import find_passages
from bilan.times.resolve import resolve_times

PARSERS: Mapping[str, Callable[[Pack], Parser]] = {"spacy": SpacyParser, "plain": PlainParser}
"""The kinds of parser a pack may ask for in `[parser] kind`."""


@dataclass(frozen=True)
class Tools:
    """What the stages need beyond the records: loaded once, shared by all reports. Parsers load on first use."""

    packs: Mapping[str, Pack]
    gazetteer: Gazetteer
    events: Mapping[str, EventType]
    registry: Registry
    parsers: dict[str, Parser] = field(default_factory=dict)

    def parser(self, language: str) -> Parser:
        """Return the parser of a language, loading it the first time.

        Raises:
            LanguageError: its pack asks for a kind of parser there is not.
            ModelError: its model is missing or of another version.
        """
        if language not in self.parsers:
            pack = self.packs[language]
            kind = pack.settings.get("parser", {}).get("kind")
            if kind not in PARSERS:
                raise LanguageError(
                    f"{pack.folder}/pack.toml: no [parser] kind {kind!r}", f"one of {', '.join(PARSERS)}"
                )
            self.parsers[language] = PARSERS[kind](pack)
            # A model is millions of objects that stay for good: the collector need not walk them with every report,
            # which costs a fifth of our own stages.
            gc.collect()
            gc.freeze()
        return self.parsers[language]


def load_tools(
    languages: Iterable[str] | None = None, *, packs: Sequence[Path] = (), actors: Sequence[ActorEntry] = ()
) -> Tools:
    """Load packs, gazetteer and event types.

    Args:
        languages: Codes of the languages to serve; None = all that have a pack.
        packs: Folders of a user's own packs; theirs win over the shipped ones.
        actors: A user's own actors; theirs win over the shipped ones.
    """
    codes = list_languages(packs) if languages is None else languages
    return Tools(
        packs={code: load_language(code, packs) for code in codes},
        gazetteer=open_gazetteer(),
        events=load_events(),
        registry=open_registry(own=actors),
    )


def extract(report: Report, tools: Tools, *, all_names: bool = False) -> Extraction:
    """Read one report: everything it claims, every place it names, everything set aside.

    Args:
        report: The report.
        tools: See `load_tools`.
        all_names: Look for names also in a report that can hold no claim: for those who want every place.

    Raises:
        LanguageError: the report's language has no pack.
        ModelError: the language's parser model is missing.
    """
    pack = tools.packs[report.language or ""]
    annotation = annotate(
        report,
        find_passages(report),
        pack=pack,
        parser=tools.parser(pack.code),
        gazetteer=tools.gazetteer,
        wants_names=None if all_names else lambda tokens: may_claim(tokens, pack),
    )
    places = resolve_places(annotation.places)
    times = resolve_times(annotation.times, report.published)
    masked = actor_names(annotation, tools.registry)
    judged = find_drafts(annotation, tools, times)
    drafts = settle(annotation, judged.drafts, places, times, masked)
    drafts = settle_common_places(annotation, derive(annotation, drafts, times), places)
    return Extraction(
        report=report,
        claims=make_claims(
            annotation,
            flag_directions(annotation, drafts, places),
            places,
            times,
            alike=lambda one, other: may_echo(one, other, tools.events),
        ),
        places=places,
        set_aside=tuple(sorted((*report.set_aside, *find_strays(annotation, judged)), key=lambda aside: aside.span)),
    )


def find_drafts(annotation: Annotation, tools: Tools, times: Sequence[TimeSpan] | None = None) -> Judged:
    """Apply the claim rules to one annotated report, in order; what the toll rules refuse comes with the reason.

    `times`: its time mentions resolved; None to resolve them here.
    """
    times = resolve_times(annotation.times, annotation.report.published) if times is None else times
    allowed = {event.id: frozenset(event.outcomes) for event in tools.events.values()}
    tolls = find_tolls(annotation)
    meant = drop_figurative(annotation, tolls.drafts)
    real = drop_unreal(annotation, add_rivals(annotation, split_updates(annotation, meant.drafts)))
    drafts = mark_besides(annotation, judge_basis(annotation, mark_parts(annotation, real.drafts)))
    drafts = settle_people(annotation, describe_victims(annotation, drafts))
    triggers = triggers_by_sentence(annotation)
    recalled = find_recalled(annotation, times, triggers)
    drafts = name_events(flag_background(drafts, recalled), triggers, allowed, recalled, annotation=annotation)
    drafts += find_statements(annotation) + find_needs(annotation)
    events = drop_groundless(annotation, find_events(annotation, triggers, drafts), drafts)
    drafts += flag_background(events, recalled)
    drafts = hedge_unverified(annotation, attribute(annotation, judge_modality(annotation, drafts)))
    return Judged(
        identify(drafts, tools.registry, annotation.pack.code), tolls.refusals + meant.refusals + real.refusals
    )


def assemble(
    claims: Sequence[Claim],
    sources: Sequence[Source],
    decisions: LinkDecisions,
    previous: Mapping[str, Collection[str]],
    *,
    policy: str = "ucdp",
) -> Assembly:
    """Reconcile the claims of many reports into incidents with figures; see `figures.assemble.assemble`."""
    events = load_events()
    return assemble_claims(
        claims,
        sources,
        decisions,
        previous,
        parents={event.id: event.parent for event in events.values()},
        also={event.id: event.also for event in events.values()},
        specificity={event.id: event.specificity for event in events.values()},
        policy=policy,
    )
