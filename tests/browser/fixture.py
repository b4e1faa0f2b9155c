# ruff: noqa: E501 — a report's paragraph is one line, as it comes
"""A casebook as it might be: seven incidents in three countries, told in French, English and Arabic.

All reports are invented. Spans are found by their words, so that a text can be changed without counting letters.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from bilan.figures.explain import reason, tell
from bilan.model.claim import Actor, Claim, Count, Derived, Links, Need, Speaker, Statement, Victim, claim_id
from bilan.model.ids import IncidentId, text_digest
from bilan.model.incident import Envelope, Figure, Incident, Relation, Unlinked
from bilan.model.place import Place
from bilan.model.text import SetAside, Span, quote_of
from bilan.model.time import TimeSpan
from bilan.model.view import CasebookView, StoredReport

FR_IDLIB = """Frappes sur Idleb : le bilan s’alourdit

Au moins 37 civils, dont 12 enfants, ont été tués mardi dans des frappes aériennes sur un marché d’Idleb, selon la Défense civile. Un précédent bilan faisait état de 31 morts.

La veille, des obus étaient tombés sur la périphérie d’Alep, faisant des dizaines de morts, d’après des habitants joints par téléphone. Parmi les victimes figure Samir Haddouche, 34 ans, boulanger.

« L’offensive reprendra dans deux semaines », a prévenu un porte-parole de l’opposition. Les hôpitaux manquent de sang et d’anesthésiques.

Depuis janvier, les combats en Syrie font en moyenne 20 morts par jour, estime l’Observatoire du Nord.

Soutenez une presse libre : faites un don sur notre site."""

EN_IDLIB = """Market strike in Idlib kills dozens

At least 37 people were killed on Tuesday when warplanes hit a crowded market in Idlib, rescue workers said. A hospital director put the number of dead at 41 and said 60 more were injured. The army denied that its aircraft had killed any civilians."""

AR_IDLIB = """قتلى في قصف على سوق في إدلب

قُتل 45 شخصًا وأصيب العشرات يوم الثلاثاء في غارات على سوق شعبي في إدلب، بحسب ما قال المرصد المحلي لوكالة Reuters. وأضاف أن بين القتلى 12 طفلًا."""

EN_KHARKIV = """Missiles hit Kharkiv apartment block

At least nine people died and 41 were wounded when two missiles struck an apartment block in Kharkiv on 2 March 2023, the regional governor said on Telegram. Three residents are still missing. A T-72 tank was seen near the town.

Some 1,200 people were evacuated from villages in Zaporizhzhia province this week. The war has killed 9,000 civilians since it began, by the count of the United Nations."""

FR_GAO = """Dix-sept villageois ont été tués entre lundi et mercredi lors d’une attaque d’hommes armés à moto près de Gao, a indiqué un élu local. Une source sécuritaire parle de 21 morts. Le maire rappelle le massacre de 2019, qui avait coûté la vie à 160 personnes."""

EN_MALI = """Gunmen ambushed an army convoy somewhere in Mali two weeks ago, killing several soldiers, a trader told this site."""


@dataclass(slots=True)
class Desk:
    """Gathers reports and claims."""

    reports: dict[str, StoredReport] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def report(self, name: str, text: str, **fields: Any) -> str:  # noqa: ANN401 — the fields of StoredReport
        """Add a report; returns its digest."""
        digest = text_digest(text)
        self.reports[digest] = StoredReport(digest, text, (name,), **fields)
        return digest

    def claim(self, digest: str, quote: str, **fields: Any) -> Claim:  # noqa: ANN401 — the fields of Claim
        """Add a claim on the words `quote`; its sentence is the line's stretch between full stops."""
        text = self.reports[digest].text
        span = find(text, quote)
        said_by = tuple(
            Speaker(words, cue, span=find(text, words) if words in text else None)
            for words, cue in fields.pop("said_by", ())
        )
        for name in ("place", "time"):
            if (known := fields.get(name)) and known.text in text:
                fields[name] = replace(known, span=find(text, known.text))
        kind = fields.pop("kind", "toll")
        made = Claim(
            id=claim_id(digest, kind, fields.get("outcome") or fields.get("event") or kind, span, len(self.claims)),
            report=self.reports[digest].names[0],
            digest=digest,
            kind=kind,
            quote=quote_of(text, span),
            sentence=sentence_of(text, span),
            maker="toll/1",
            said_by=said_by,
            **fields,
        )
        self.claims.append(made)
        return made


def why(key: str, **words: object) -> str:
    """Return a reason as the stages store it."""
    return tell([reason(key, **words)])


def find(text: str, words: str) -> Span:
    """Return where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def sentence_of(text: str, span: Span) -> Span:
    """Return the stretch between line breaks and full stops around a span."""
    start = max(
        text.rfind(". ", 0, span.start) + 2 if ". " in text[: span.start] else 0, text.rfind("\n", 0, span.start) + 1
    )
    ends = [end for end in (text.find(". ", span.end), text.find("\n", span.end)) if end >= 0]
    return Span(start, min(ends) + 1 if ends else len(text))


IDLIB = Place("Idleb", "Idlib", "geonames:169389", 35.93, 36.63, "SY", 1)
ALEPPO = Place("périphérie d’Alep", "Aleppo", "geonames:170063", 36.2, 37.16, "SY", 2)
KHARKIV = Place("Kharkiv", "Kharkiv", "geonames:706483", 49.98, 36.25, "UA", 1)
ZAPORIZHZHIA = Place("Zaporizhzhia province", "Zaporizhzhia", "geonames:687699", 47.3, 35.4, "UA", 4)
GAO = Place("près de Gao", "Gao", "geonames:2457161", 16.27, -0.04, "ML", 2)
MALI = Place("Mali", "Mali", "geonames:2453866", 17.0, -4.0, "ML", 6)
SYRIA = Place("Syrie", "Syria", "geonames:163843", 35.0, 38.0, "SY", 6)
TUESDAY = TimeSpan("mardi", "2023-03-14", "2023-03-14", 1)
MONDAY = TimeSpan("La veille", "2023-03-13", "2023-03-13", 1)
SECOND = TimeSpan("on 2 March 2023", "2023-03-02", "2023-03-02", 1)
DAYS = TimeSpan("entre lundi et mercredi", "2023-02-20", "2023-02-22", 2)
WEEK = TimeSpan("this week", "2023-02-27", "2023-03-05", 3)
SOON = TimeSpan("two weeks ago", anchor="publication", offset="-P2W")


def make_view() -> CasebookView:
    """Return the casebook."""
    desk = Desk()
    fr = desk.report("idleb.fr.txt", FR_IDLIB, outlet="Le Courrier du Levant", published="2023-03-15", language="fr",
                     title="Frappes sur Idleb : le bilan s’alourdit")  # fmt: skip
    aside = "Soutenez une presse libre : faites un don sur notre site."
    put_aside = (SetAside("solicitation", find(FR_IDLIB, aside), aside, "An appeal to the reader for donations."),)
    desk.reports[fr] = replace(desk.reports[fr], set_aside=put_aside)
    en = desk.report("idlib.en.txt", EN_IDLIB, outlet="Northern Wire", published="2023-03-14", language="en",
                     title="Market strike in Idlib kills dozens")  # fmt: skip
    ar = desk.report("idlib.ar.txt", AR_IDLIB, outlet="صحيفة الشمال", published="2023-03-14", language="ar",
                     title="قتلى في قصف على سوق في إدلب")  # fmt: skip
    kh = desk.report("kharkiv.en.txt", EN_KHARKIV, outlet="The Eastern Post", published="2023-03-03T08:15:00Z",
                     language="en", title="Missiles hit Kharkiv apartment block")  # fmt: skip
    tank = find(EN_KHARKIV, "T-72 tank")
    number = SetAside("number", tank, "T-72 tank", "The name of a weapon, not a count of people.")
    desk.reports[kh] = replace(desk.reports[kh], set_aside=(number,), names=("kharkiv.en.txt", "kharkiv-copy.html"))
    gao = desk.report("gao.fr.txt", FR_GAO, outlet="Sahel Info", published="2023-02-24", language="fr")
    mali = desk.report("mali.en.txt", EN_MALI, language="en")
    idlib, idlib_relations = _idlib(desk, fr, en, ar)
    others = (_aleppo(desk, fr), _kharkiv(desk, kh), _zaporizhzhia(desk, kh), *_gao(desk, gao), _mali(desk, mali))
    envelopes, unlinked = _beside(desk, (fr, en, kh), (idlib, *others))
    return CasebookView(
        reports=desk.reports,
        claims=tuple(desk.claims),
        incidents=(idlib, *others),
        envelopes=envelopes,
        unlinked=unlinked,
        relations=idlib_relations,
    )


def _idlib(desk: Desk, fr: str, en: str, ar: str) -> tuple[Incident, tuple[Relation, ...]]:
    strike: dict[str, Any] = {"event": "air-drone-strike", "place": IDLIB, "time": TUESDAY}
    defence = (("la Défense civile", "selon"),)
    one = desk.claim(fr, "Au moins 37 civils", outcome="killed", count=Count(37, None, "at-least", "Au moins 37"),
                     people=("civilian",), said_by=defence, **strike)  # fmt: skip
    part = desk.claim(fr, "12 enfants", outcome="killed", count=Count(12, 12, "exact", "12"), basis="part",
                      people=("child",), said_by=defence, links=Links(part_of=(one.id,)), **strike)  # fmt: skip
    old = desk.claim(fr, "31 morts", outcome="killed", count=Count(31, 31, "exact", "31"), **strike)
    desk.claims[0] = one = replace(one, links=Links(supersedes=(old.id,)))
    strike = {
        "event": "air-drone-strike",
        "place": replace(IDLIB, text="Idlib"),
        "time": replace(TUESDAY, text="Tuesday"),
    }
    two = desk.claim(en, "At least 37 people", outcome="killed", count=Count(37, None, "at-least", "At least 37"),
                     said_by=(("rescue workers", "said"),), **strike)  # fmt: skip
    doctor = (("A hospital director", "put"),)
    three = desk.claim(en, "number of dead at 41", outcome="killed", count=Count(41, 41, "exact", "41"),
                       said_by=doctor, **strike)  # fmt: skip
    hurt = desk.claim(en, "60 more were injured", outcome="injured", count=Count(60, 60, "exact", "60"),
                      said_by=doctor, **strike)  # fmt: skip
    strike = {
        "event": "air-drone-strike",
        "place": replace(IDLIB, text="إدلب"),
        "time": replace(TUESDAY, text="يوم الثلاثاء"),
    }
    chain = (("Reuters", "قال"), ("المرصد المحلي", "بحسب"))
    four = desk.claim(ar, "قُتل 45 شخصًا", outcome="killed", count=Count(45, 45, "exact", "45"), said_by=chain, **strike)
    vague = desk.claim(
        ar, "أصيب العشرات", outcome="injured", count=Count(20, 99, "vague", "العشرات"), said_by=chain, **strike
    )
    child = desk.claim(ar, "12 طفلًا", outcome="killed", count=Count(12, 12, "exact", "12"), basis="part",
                       people=("child",), said_by=chain, links=Links(part_of=(four.id,)), **strike)  # fmt: skip
    relations = (
        Relation("repeats", two.id, one.id, why("repeats")),
        Relation("contradicts", three.id, one.id, why("contradicts-sources")),
        Relation("contradicts", four.id, three.id, why("contradicts-sources")),
        Relation("repeats", child.id, part.id, why("repeats")),
    )
    killed = Figure("killed", "all", 37, 37, 45, open=True, claims=(one.id, three.id, four.id), policy="ucdp",
                    reason=why("lowest", numbers="37, 41, 45"))  # fmt: skip
    children = Figure("killed", "child", 12, 12, 12, open=False, claims=(part.id, child.id), policy="ucdp",
                      reason=why("told-again", sources=2, best=12))  # fmt: skip
    injured = Figure("injured", "all", 20, 60, 99, open=False, claims=(hurt.id, vague.id), policy="ucdp",
                     reason=why("asserted-first", numbers="20-99"))  # fmt: skip
    claims = (one, part, old, two, three, hurt, four, vague, child)
    actors = (Actor("perpetrator", "warplanes"), Actor("target", "un marché"))
    incident = _incident("idlib", "air-drone-strike", claims, place=IDLIB, time=TUESDAY, actors=actors,
                         figures=(killed, children, injured), relations=relations, independent_sources=3,
                         tags=("civilian-targeting",))  # fmt: skip
    return incident, relations


def _aleppo(desk: Desk, fr: str) -> Incident:
    claim = desk.claim(fr, "des dizaines de morts", outcome="killed", event="shelling-artillery-missile", place=ALEPPO,
                       count=Count(20, 99, "vague", "des dizaines"), time=MONDAY,
                       said_by=(("des habitants", "d’après"),), modality="hedged", flags=("place-doubtful",),
                       victims=(Victim("Samir Haddouche, 34 ans", "Samir Haddouche", 34, "male"),))  # fmt: skip
    named = desk.claim(fr, "Samir Haddouche, 34 ans", outcome="killed", event="shelling-artillery-missile",
                       place=ALEPPO, time=MONDAY, count=Count(1, 1, "exact", ""), basis="part",
                       victims=claim.victims, links=Links(part_of=(claim.id,)))  # fmt: skip
    figure = Figure("killed", "all", 20, None, 99, open=False, claims=(claim.id,), policy="ucdp",
                    reason=why("vague-only", low=20, high=99))  # fmt: skip
    return _incident(
        "aleppo", "shelling-artillery-missile", (claim, named), place=ALEPPO, time=MONDAY, figures=(figure,)
    )


def _kharkiv(desk: Desk, kh: str) -> Incident:
    where: dict[str, Any] = {"event": "shelling-artillery-missile", "place": KHARKIV, "time": SECOND}
    governor = (("the regional governor", "said"),)
    killed = desk.claim(kh, "At least nine people", outcome="killed", count=Count(9, None, "at-least", "At least nine"),
                        said_by=governor, **where)  # fmt: skip
    hurt = desk.claim(
        kh, "41 were wounded", outcome="injured", count=Count(41, 41, "exact", "41"), said_by=governor, **where
    )
    lost = desk.claim(kh, "Three residents", outcome="missing", count=Count(3, 3, "exact", "Three"), **where)
    figures = (
        Figure("killed", "all", 9, 9, 9, open=True, claims=(killed.id,), policy="ucdp", reason=why("one-open", best=9)),
        Figure(
            "injured",
            "all",
            41,
            41,
            41,
            open=False,
            claims=(hurt.id,),
            policy="ucdp",
            reason=why("one-number", best=41),
        ),
        Figure(
            "missing", "all", 3, 3, 3, open=False, claims=(lost.id,), policy="ucdp", reason=why("one-number", best=3)
        ),
    )
    return _incident(
        "kharkiv", "shelling-artillery-missile", (killed, hurt, lost), place=KHARKIV, time=SECOND, figures=figures
    )


def _zaporizhzhia(desk: Desk, kh: str) -> Incident:
    moved = desk.claim(kh, "Some 1,200 people", outcome="evacuated", event="evacuation", place=ZAPORIZHZHIA, time=WEEK,
                       count=Count(1200, 1200, "about", "Some 1,200"))  # fmt: skip
    figure = Figure(
        "evacuated",
        "all",
        1200,
        1200,
        1200,
        open=False,
        claims=(moved.id,),
        policy="ucdp",
        reason=why("one-number", best=1200),
    )
    return _incident("zaporizhzhia", "evacuation", (moved,), place=ZAPORIZHZHIA, time=WEEK, figures=(figure,))


def _gao(desk: Desk, gao: str) -> tuple[Incident, Incident]:
    where: dict[str, Any] = {"event": "attack", "place": GAO, "time": DAYS}
    one = desk.claim(gao, "Dix-sept villageois", outcome="killed", count=Count(17, 17, "exact", "Dix-sept"),
                     people=("civilian",), said_by=(("un élu local", "a indiqué"),), **where)  # fmt: skip
    two = desk.claim(gao, "21 morts", outcome="killed", count=Count(21, 21, "exact", "21"),
                     said_by=(("Une source sécuritaire", "parle de"),), modality="hedged", **where)  # fmt: skip
    figure = Figure("killed", "all", 17, 17, 21, open=False, claims=(one.id, two.id), policy="ucdp",
                    reason=why("lowest", numbers="17, 21"))  # fmt: skip
    link = Relation("contradicts", two.id, one.id, why("contradicts-speakers"))
    new = _incident("gao", "attack", (one, two), place=GAO, time=DAYS, figures=(figure,), relations=(link,))
    year = TimeSpan("2019", "2019-01-01", "2019-12-31", 5)
    past = desk.claim(gao, "160 personnes", outcome="killed", event="attack", place=MALI, time=year,
                      count=Count(160, 160, "exact", "160"), flags=("background",))  # fmt: skip
    recalled = Figure(
        "killed", "all", 160, 160, 160, open=False, claims=(past.id,), policy="ucdp", reason=why("one-number", best=160)
    )
    return new, _incident("gao-2019", "attack", (past,), place=MALI, time=year, figures=(recalled,), background=True)


def _mali(desk: Desk, mali: str) -> Incident:
    some = desk.claim(mali, "several soldiers", outcome="killed", event="armed-clash", place=MALI, time=SOON,
                      count=Count(3, None, "vague", "several"), people=("combatant",),
                      said_by=(("a trader", "told"),))  # fmt: skip
    figure = Figure("killed", "all", 3, None, None, open=False, claims=(some.id,), policy="ucdp",
                    reason=why("vague-open", low=3))  # fmt: skip
    return _incident("mali", "armed-clash", (some,), place=MALI, time=SOON, figures=(figure,))


def _beside(
    desk: Desk, digests: tuple[str, str, str], incidents: tuple[Incident, ...]
) -> tuple[tuple[Envelope, ...], tuple[Unlinked, ...]]:
    fr, en, kh = digests
    rate = desk.claim(fr, "20 morts par jour", outcome="killed", event="armed-clash", basis="rate", per="day",
                      count=Count(20, 20, "about", "en moyenne 20"), place=SYRIA,
                      time=TimeSpan("Depuis janvier", "2023-01-01", "2023-03-15", 5),
                      said_by=(("l’Observatoire du Nord", "estime"),),
                      derived=(Derived(1480, 1480, "total", None, "20 per day, over 74 days, if “Depuis janvier” is 74 full days"),))  # fmt: skip
    total = desk.claim(kh, "9,000 civilians", outcome="killed", event="armed-clash", basis="cumulative",
                       count=Count(9000, 9000, "exact", "9,000"), people=("civilian",),
                       said_by=(("the United Nations", "by the count of"),))  # fmt: skip
    denied = desk.claim(en, "killed any civilians", outcome="killed", event="air-drone-strike", modality="denied",
                        count=Count(0, 0, "exact", "any"), people=("civilian",), place=IDLIB, time=TUESDAY,
                        said_by=(("The army", "denied"),))  # fmt: skip
    intent = desk.claim(fr, "L’offensive reprendra dans deux semaines", kind="statement", modality="planned",
                        statement=Statement("intent", "L’offensive reprendra dans deux semaines"),
                        said_by=(("un porte-parole de l’opposition", "a prévenu"),))  # fmt: skip
    need = desk.claim(fr, "manquent de sang et d’anesthésiques", kind="need",
                      need=Need("health", ("sang", "anesthésiques")))  # fmt: skip
    syria = tuple(incident.id for incident in incidents if incident.place and incident.place.country == "SY")
    envelopes = (
        Envelope("env-syria", rate.id, "rate", "killed", ("unknown",), 20, 20, "about", "day", None, SYRIA, rate.time,
                 syria, 57, None, 144, why("envelope-explained", incidents=2, best="57-144")),
        Envelope("env-war", total.id, "cumulative", "killed", ("civilian",), 9000, 9000, "exact", None, None, None, None,
                 (), None, None, None, why("envelope-unbounded")),
    )  # fmt: skip
    unlinked = (
        Unlinked(rate.id, why("unlinked-rate")),
        Unlinked(total.id, why("unlinked-cumulative")),
        Unlinked(denied.id, why("unlinked-denied")),
        Unlinked(intent.id, why("unlinked-planned")),
        Unlinked(need.id, why("unlinked-need")),
    )
    return envelopes, unlinked


def _incident(name: str, event: str, claims: tuple[Claim, ...], **fields: Any) -> Incident:  # noqa: ANN401 — those of Incident
    reports = tuple(dict.fromkeys(claim.report for claim in claims))
    return Incident(IncidentId(f"inc-{name}"), event, tuple(claim.id for claim in claims), reports, **fields)
