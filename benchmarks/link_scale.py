"""How linking grows: synthetic claims of a war and of scattered incidents, 1,000 to 100,000.

Run: `python benchmarks/link_scale.py [LARGEST]`. Prints claims, incidents, comparisons a claim and seconds. The number
to watch is comparisons a claim: it must not grow with the number of claims, as long as the days do.
"""

import random
import sys
import time

from bilan.events.load import load_events, parents
from bilan.incidents.heads import Taxonomy
from bilan.incidents.link import link
from bilan.model.claim import Claim, Count, claim_id
from bilan.model.decision import LinkDecisions
from bilan.model.extraction import Source
from bilan.model.ids import text_digest
from bilan.model.place import Place
from bilan.model.text import Quote, Span
from bilan.model.time import TimeSpan

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
CLAIMS_A_DAY = 60  # of one busy country; the days grow with the claims
TOWNS = 150
REPORTS_AN_INCIDENT = 5
COUNTRY_ONLY = 0.15  # share of claims that name no place finer than the country
EVENTS = ("air-drone-strike", "shelling-artillery-missile", "armed-clash", "attack", "suicide-bomb")
FIRST_DAY = 735_000  # an ordinal in May 2013


def make_corpus(size: int) -> tuple[list[Claim], list[Source]]:
    """Make claims of incidents that are each told by several reports, one claim a report."""
    rng = random.Random(size)  # noqa: S311 - synthetic data
    towns = [(f"town{i}", rng.uniform(32.5, 37.0), rng.uniform(36.0, 42.0)) for i in range(TOWNS)]
    claims: list[Claim] = []
    sources: list[Source] = []
    while len(claims) < size:
        name, lat, lon = rng.choice(towns)
        day = FIRST_DAY + rng.randrange(max(1, size // CLAIMS_A_DAY))
        event, toll = rng.choice(EVENTS), rng.randint(1, 40)
        for _ in range(rng.randint(1, 2 * REPORTS_AN_INCIDENT - 1)):
            wide = rng.random() < COUNTRY_ONLY
            place = (
                Place("Syrie", "Syria", "geo:sy", 35.0, 38.5, "SY", 6)
                if wide
                else Place(name, name, f"geo:{name}", lat, lon, "SY", 1)
            )
            claims.append(_make_claim(len(claims), (event, toll + rng.choice((0, 0, 1, 2))), place, day))
            sources.append(_make_source(claims[-1], day))
    return claims, sources


def _make_claim(number: int, told: tuple[str, int], place: Place, day: int) -> Claim:
    event, toll = told
    iso = time.strftime("%Y-%m-%d", time.gmtime((day - 719_163) * 86_400))
    digest = text_digest(f"report {number}")
    return Claim(
        id=claim_id(digest, "toll", "killed", Span(0, 8), 0),
        report=f"report {number}",
        digest=digest,
        kind="toll",
        quote=Quote(0, 8, f"{toll} morts", "", ""),
        sentence=Span(0, 80),
        maker="benchmark/1",
        event=event,
        outcome="killed",
        count=Count(toll, toll, "exact", str(toll)),
        place=place,
        time=TimeSpan(iso, iso, iso, 1),
    )


def _make_source(claim: Claim, day: int) -> Source:
    printed = time.strftime("%Y-%m-%d", time.gmtime((day + 1 - 719_163) * 86_400))
    return Source(claim.digest, (claim.report,), None, printed, "fr", None, claim.digest)


def main() -> None:
    """Link corpora of growing size and print one line each."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    types = load_events()
    taxonomy = Taxonomy(parents(types), {name: kind.also for name, kind in types.items()})
    print("claims\tincidents\tcompared a claim\tseconds")
    for size in (size for size in SIZES if size <= largest):
        claims, sources = make_corpus(size)
        begun = time.process_time()
        found = link(claims, sources, LinkDecisions(), {}, taxonomy=taxonomy)
        seconds = time.process_time() - begun
        print(f"{len(claims)}\t{len(found.clusters)}\t{found.compared / len(claims):.1f}\t{seconds:.1f}")


if __name__ == "__main__":
    main()
