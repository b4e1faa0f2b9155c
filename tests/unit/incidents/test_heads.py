"""What heads an incident: the most specific event, place and time its claims support."""

from tests.factory import PARENTS, make_claim, make_place, make_time

from bilan.incidents.heads import Taxonomy, choose_event, choose_place, choose_time, merge_actors, time_precision
from bilan.model.claim import Actor
from bilan.model.time import TimeSpan

TAXONOMY = Taxonomy(PARENTS, {"suicide-bomb": ("attack",)}, {"suicide-bomb": 90, "attack": 30, "armed-clash": 50})


def by_report(*claims: object) -> dict[str, str]:
    return {claim.digest: claim.report for claim in claims}  # type: ignore[attr-defined]


def test_the_more_specific_type_heads_when_the_wider_one_is_told_as_it() -> None:
    claims = [make_claim(report="r1", event="attack"), make_claim(report="r2", event="suicide-bomb")]

    assert choose_event(claims, by_report(*claims), TAXONOMY) == "suicide-bomb"


def test_a_type_that_few_name_does_not_head() -> None:
    claims = [make_claim(report=f"r{i}", event="attack") for i in range(4)]
    claims.append(make_claim(report="r9", event="suicide-bomb"))

    assert choose_event(claims, by_report(*claims), TAXONOMY) == "attack"


def test_a_source_has_one_vote_however_often_it_was_printed() -> None:
    copies = [make_claim(report=f"copy{i}", event="armed-clash") for i in range(5)]
    others = [make_claim(report=f"r{i}", event="disaster") for i in range(2)]
    groups = by_report(*others) | {claim.digest: "wire" for claim in copies}

    assert choose_event([*copies, *others], groups, TAXONOMY) == "disaster"


def test_without_any_type_the_event_is_other() -> None:
    claim = make_claim(event=None)

    assert choose_event([claim], by_report(claim), TAXONOMY) == "other"


def test_the_most_precise_place_heads() -> None:
    country = make_claim(report="r1", place=make_place("Syrie", precision=6))
    town = make_claim(report="r2", place=make_place("Tellera", precision=1))

    place = choose_place([country, town], by_report(country, town))

    assert place is not None
    assert place.name == "Tellera"


def test_among_equally_precise_places_the_one_most_sources_name_heads() -> None:
    claims = [make_claim(report=f"r{i}", place=make_place("Zelmo")) for i in range(3)]
    claims.append(make_claim(report="r9", place=make_place("Abar")))

    place = choose_place(claims, by_report(*claims))

    assert place is not None
    assert place.name == "Zelmo"


def test_a_precise_place_that_few_name_does_not_head() -> None:
    claims = [make_claim(at=i * 50, place=make_place("Ebar", precision=4)) for i in range(6)]
    claims.append(make_claim(at=900, place=make_place("Hôpital central", precision=1)))

    place = choose_place(claims, by_report(*claims))

    assert place is not None
    assert place.name == "Ebar"


def test_time_is_the_day_inside_the_month() -> None:
    month = make_claim(report="r1", time=make_time("2021-03-01", "2021-03-31", precision=4))
    day = make_claim(report="r2", time=make_time("2021-03-02"))

    time = choose_time([month, day], by_report(month, day))

    assert time is not None
    assert (time.earliest, time.latest) == ("2021-03-02", "2021-03-02")


def test_overlapping_spans_are_narrowed_to_what_they_share() -> None:
    first = make_claim(report="r1", time=make_time("2021-03-01", "2021-03-05", precision=2))
    second = make_claim(report="r2", time=make_time("2021-03-04", "2021-03-08", precision=2))

    time = choose_time([first, second], by_report(first, second))

    assert time is not None
    assert (time.earliest, time.latest, time.precision) == ("2021-03-04", "2021-03-05", 2)


def test_the_day_most_sources_name_heads() -> None:
    claims = [make_claim(report=f"r{i}", time=make_time("2021-03-03")) for i in range(2)]
    claims.append(make_claim(report="r9", time=make_time("2021-03-02")))

    time = choose_time(claims, by_report(*claims))

    assert time is not None
    assert time.earliest == "2021-03-03"


def test_a_time_without_a_date_is_kept_as_said() -> None:
    claim = make_claim(time=TimeSpan("il y a deux semaines", anchor="publication", offset="-P2W"))

    assert choose_time([claim], by_report(claim)) == claim.time


def test_precision_codes_follow_the_length_of_the_span() -> None:
    assert [time_precision(days) for days in (1, 2, 6, 7, 8, 31, 32)] == [1, 2, 2, 3, 4, 4, 5]


def test_an_actor_stands_once_a_role() -> None:
    first = make_claim(at=0, actors=(Actor("perpetrator", "l'armée", "a:1"), Actor("target", "un hôpital")))
    second = make_claim(at=9, actors=(Actor("perpetrator", "les militaires", "a:1"), Actor("target", "Un hôpital")))

    assert [actor.text for actor in merge_actors([first, second], "attack", FULL)] == ["l'armée", "un hôpital"]


def test_a_type_that_is_told_along_with_an_attack_does_not_head_it() -> None:
    both = Taxonomy({}, {"arson": ("attack",), "attack": ("suicide-bomb",)}, {"arson": 55, "attack": 30})
    claims = [make_claim(at=i, event=event) for i, event in enumerate(("attack", "attack", "attack", "arson", "arson"))]

    assert choose_event(claims, by_report(*claims), both) == "attack"


FULL = Taxonomy(
    {},
    {
        "attack": ("suicide-bomb", "remote-explosive-ied-landmine", "armed-clash", "abduction"),
        "suicide-bomb": ("attack", "remote-explosive-ied-landmine"),
        "remote-explosive-ied-landmine": ("attack", "suicide-bomb"),
        "armed-clash": ("attack",),
        "abduction": ("attack",),
    },
    {
        "attack": 30,
        "suicide-bomb": 90,
        "remote-explosive-ied-landmine": 70,
        "arrests": 55,
        "armed-clash": 50,
        "abduction": 65,
    },
)


def test_a_report_that_names_the_means_once_names_it() -> None:
    types = ["attack", *["remote-explosive-ied-landmine"] * 4, "suicide-bomb"]
    claims = [make_claim(at=i * 50, event=event) for i, event in enumerate(types)]

    assert choose_event(claims, by_report(*claims), FULL) == "suicide-bomb"


def test_a_type_that_names_no_means_must_be_told_more_than_once_in_passing() -> None:
    claims = [make_claim(at=i * 50, event="attack") for i in range(5)]
    claims.append(make_claim(None, at=900, event="abduction"))

    assert choose_event(claims, by_report(*claims), FULL) == "attack"


def test_what_the_dead_are_told_of_comes_before_what_came_after() -> None:
    claims = [make_claim(event="attack")]
    claims += [make_claim(None, at=90 * i, event="arrests") for i in range(1, 5)]

    assert choose_event(claims, by_report(*claims), FULL) == "attack"
    assert choose_event(claims[1:], by_report(*claims), FULL) == "arrests"


def test_an_ambush_of_the_unarmed_is_an_attack_and_one_of_soldiers_a_clash() -> None:
    medics = [make_claim(event="armed-clash", people=("medic",))]
    soldiers = [make_claim(event="armed-clash", people=("combatant", "medic"))]
    sides = (Actor("side-a", "the army"), Actor("side-b", "the rebels"))
    crossfire = [make_claim(event="armed-clash", people=("civilian",), actors=sides)]

    assert choose_event(medics, by_report(*medics), FULL) == "attack"
    assert choose_event(soldiers, by_report(*soldiers), FULL) == "armed-clash"
    assert choose_event(crossfire, by_report(*crossfire), FULL) == "armed-clash"


def test_who_made_the_arrests_is_no_actor_of_the_attack() -> None:
    attack = make_claim(actors=(Actor("perpetrator", "gunmen"),))
    bombing = make_claim(None, at=50, event="suicide-bomb", actors=(Actor("claimed-by", "the group"),))
    arrests = make_claim(None, at=90, event="arrests", actors=(Actor("perpetrator", "police"),))

    found = merge_actors([attack, bombing, arrests], "suicide-bomb", FULL)

    assert [actor.text for actor in found] == ["gunmen", "the group"]


def test_whom_an_incident_names_as_struck_did_not_do_it() -> None:
    actors = (Actor("perpetrator", "Ana Ruiz"), Actor("target", "Ana Ruiz"), Actor("perpetrator", "hooded men"))

    found = merge_actors([make_claim(actors=actors)], "attack", FULL)

    assert [(actor.role, actor.text) for actor in found] == [("target", "Ana Ruiz"), ("perpetrator", "hooded men")]
