"""Finding times: our own sentences, a construction a row, in every language that has a grammar."""

import pytest

from bilan.annotate.times import find_times
from bilan.languages.load import load_language
from bilan.model.text import Span
from bilan.model.time import TimeMention


def found(language: str, text: str) -> tuple[TimeMention, ...]:
    return find_times(text, load_language(language), [Span(0, len(text))])


ABSOLUTE = [
    ("fr", "Le pont fut détruit le 23 mars 2016.", "le 23 mars 2016", "day", "2016-03-23"),
    ("fr", "Le 1er avril 2015 l'hôpital ferma.", "Le 1er avril 2015", "day", "2015-04-01"),
    ("fr", "Un obus tomba samedi 9 janvier 2016.", "samedi 9 janvier 2016", "day", "2016-01-09"),
    ("fr", "Registre clos au 05/11/2017.", "05/11/2017", "day", "2017-11-05"),
    ("fr", "Relevé du 2017-11-05.", "2017-11-05", "day", "2017-11-05"),
    ("fr", "La route rouvrit en mars 2016.", "mars 2016", "month", "2016-03"),
    ("fr", "La trêve date de 2012.", "2012", "year", "2012"),
    ("fr", "Le siège commença à l'été 2013.", "été 2013", "season", "2013-SU"),
    ("fr", "Il grandit dans les années 90.", "années 90", "decade", "199"),
    ("fr", "Un fort du XIXe siècle.", "XIXe siècle", "century", "18"),
    ("fr", "Les pertes du premier trimestre 2016.", "premier trimestre 2016", "quarter", "2016-Q1"),
    ("en", "The bridge fell on March 23, 2016.", "March 23, 2016", "day", "2016-03-23"),
    ("en", "The bridge fell on 23 March 2016.", "23 March 2016", "day", "2016-03-23"),
    ("en", "The clinic shut on Friday, Sept. 4, 2015.", "Friday, Sept. 4, 2015", "day", "2015-09-04"),
    ("en", "Closed 2017-11-05.", "2017-11-05", "day", "2017-11-05"),
    ("en", "The road reopened in March 2016.", "March 2016", "month", "2016-03"),
    ("en", "The truce dates from 2012.", "2012", "year", "2012"),
    ("en", "He grew up in the 1990s.", "the 1990s", "decade", "199"),
    ("en", "The siege began in the summer of 2013.", "the summer of 2013", "season", "2013-SU"),
]


@pytest.mark.parametrize(("language", "text", "words", "kind", "value"), ABSOLUTE)
def test_an_absolute_date_is_found_whole(language: str, text: str, words: str, kind: str, value: str) -> None:
    (mention,) = found(language, text)
    assert (mention.text, mention.kind, mention.value) == (words, kind, value)
    assert mention.anchor == "absolute"
    assert mention.span.of(text) == mention.text


PARTIAL = [
    ("fr", "Un raid le 14 mai tua trois bergers.", "XXXX-05-14"),
    ("fr", "Le 7, le convoi est reparti.", "XXXX-XX-07"),
    ("fr", "Le convoi est arrivé vendredi 18, sous escorte.", "XXXX-XX-18"),
    ("fr", "Les combats ont repris en octobre.", "XXXX-10"),
    ("en", "A raid on May 14 killed three shepherds.", "XXXX-05-14"),
    ("en", "On the 7th the convoy left.", "XXXX-XX-07"),
    ("en", "Fighting resumed in October.", "XXXX-10"),
]


@pytest.mark.parametrize(("language", "text", "value"), PARTIAL)
def test_a_date_without_its_year_keeps_the_place_open(language: str, text: str, value: str) -> None:
    (mention,) = found(language, text)
    assert (mention.value, mention.anchor) == (value, "publication")


RELATIVE = [
    ("fr", "Un puits a sauté hier.", "publication", "-P1D"),
    ("fr", "Un puits a sauté avant-hier.", "publication", "-P2D"),
    ("fr", "Un puits a sauté ce matin.", "publication", "P0D"),
    ("fr", "Un puits a sauté il y a trois semaines.", "publication", "-P3W"),
    ("fr", "Un puits a sauté il y a environ vingt-cinq jours.", "publication", "-P25D"),
    ("fr", "La ville tombera dans deux mois.", "publication", "P2M"),
    ("fr", "La semaine dernière, rien.", "publication", "-P1W"),
    ("fr", "L'an dernier, rien.", "publication", "-P1Y"),
    ("fr", "Le mois prochain, rien.", "publication", "P1M"),
    ("fr", "Cinq morts au cours de la semaine.", "publication", "-P1W"),
    ("fr", "Cinq morts ces 72 dernières heures.", "publication", "-PT72H"),
    ("fr", "Cinq morts ces derniers jours.", "publication", "-PXD"),
    ("fr", "La veille, un pont avait sauté.", "previous", "-P1D"),
    ("fr", "Le surlendemain, un pont a sauté.", "previous", "P2D"),
    ("fr", "Quatre jours plus tôt, un pont avait sauté.", "previous", "-P4D"),
    ("fr", "Quelques heures plus tard, un pont a sauté.", "previous", "PTXH"),
    ("fr", "Le même jour, un pont a sauté.", "previous", "P0D"),
    ("en", "A well blew up yesterday.", "publication", "-P1D"),
    ("en", "A well blew up the day before yesterday.", "publication", "-P2D"),
    ("en", "A well blew up last night.", "publication", "-P1D"),
    ("en", "A well blew up three weeks ago.", "publication", "-P3W"),
    ("en", "A well blew up about twenty-five days ago.", "publication", "-P25D"),
    ("en", "A well blew up a couple of years ago.", "publication", "-P2Y"),
    ("en", "The town will fall in two months.", "publication", "P2M"),
    ("en", "Five dead in the past 72 hours.", "publication", "-PT72H"),
    ("en", "Five dead in recent days.", "publication", "-PXD"),
    ("en", "Nothing happened last year.", "publication", "-P1Y"),
    ("en", "The following day a bridge blew up.", "previous", "P1D"),
    ("en", "Four days earlier a bridge blew up.", "previous", "-P4D"),
    ("en", "A few hours later a bridge blew up.", "previous", "PTXH"),
    ("en", "The day before, a bridge blew up.", "previous", "-P1D"),
]


@pytest.mark.parametrize(("language", "text", "anchor", "offset"), RELATIVE)
def test_a_relative_time_keeps_anchor_and_offset(language: str, text: str, anchor: str, offset: str) -> None:
    (mention,) = found(language, text)
    assert (mention.anchor, mention.offset) == (anchor, offset)


RATES = [
    ("fr", "Il meurt cent civils par jour.", "P1D"),
    ("fr", "On tire tous les jours.", "P1D"),
    ("fr", "On tire chaque semaine.", "P1W"),
    ("fr", "Un obus tombe toutes les trois heures.", "PT3H"),
    ("fr", "On prie tous les vendredis.", "P1W"),
    ("en", "A hundred civilians die per day.", "P1D"),
    ("en", "It kills a hundred people a week.", "P1W"),
    ("en", "Shells fall daily.", "P1D"),
    ("en", "Shells fall every three hours.", "PT3H"),
    ("en", "They pray every Friday.", "P1W"),
]


@pytest.mark.parametrize(("language", "text", "every"), RATES)
def test_a_recurrence_says_how_often(language: str, text: str, every: str) -> None:
    (mention,) = found(language, text)
    assert (mention.kind, mention.every) == ("recurrence", every)


DURATIONS = [
    ("fr", "Après sept années de siège, la paix.", "P7Y"),
    ("fr", "Ils ont marché pendant trois jours.", "P3D"),
    ("en", "They walked for three days.", "P3D"),
    ("en", "The army took the hill in two hours.", "PT2H"),
    ("en", "A four-year siege ended.", "P4Y"),
]


@pytest.mark.parametrize(("language", "text", "value"), DURATIONS)
def test_a_duration_is_kept_apart_and_dates_nothing(language: str, text: str, value: str) -> None:
    (mention,) = found(language, text)
    assert (mention.kind, mention.value, mention.offset) == ("duration", value, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une femme de 62 ans et un garçon âgé de trois ans ont péri."),
        ("fr", "Karim Saleh, 45 ans, a été blessé."),
        ("fr", "Le chef a été condamné à dix ans de prison."),
        ("fr", "Il purge une peine de 18 mois de détention."),
        ("fr", "Le club a gagné 3 à 1 devant 12 000 personnes."),
        ("fr", "Une seconde explosion a fait 2 500 sans-abri."),
        ("fr", "Le char T-72 a tiré 2016 obus."),
        ("fr", "Il y a un mort et 31 blessés le long de la route."),
        ("en", "A 62-year-old woman and a boy aged three died."),
        ("en", "Karim Saleh, 45, was wounded."),
        ("en", "The leader was sentenced to ten years in prison."),
        ("en", "The second man may march to the sun with 2,500 others."),
        ("en", "The club won 3-1 before 12,000 people."),
        ("en", "Shares rose $2.50 to 11.20."),
    ],
)
def test_ages_terms_scores_and_counts_are_no_times(language: str, text: str) -> None:
    assert found(language, text) == ()


@pytest.mark.parametrize(
    ("language", "text", "weekday", "direction", "modifier"),
    [
        ("fr", "Un marché a été bombardé mardi.", 1, "past", None),
        ("fr", "Les pourparlers reprendront mardi.", 1, "future", None),
        ("fr", "Un marché a brûlé mardi dernier.", 1, "past", "last"),
        ("fr", "Rendez-vous jeudi prochain.", 3, "future", "next"),
        ("fr", "Ce jeudi, calme plat.", 3, None, "this"),
        ("en", "A market was bombed on Tuesday.", 1, "past", None),
        ("en", "Talks will resume Tuesday.", 1, "future", None),
        ("en", "A market burned last Tuesday.", 1, "past", "last"),
        ("en", "See you next Thursday.", 3, "future", "next"),
    ],
)
def test_a_weekday_looks_where_its_words_and_the_tense_say(
    language: str, text: str, weekday: int, direction: str | None, modifier: str | None
) -> None:
    (mention,) = found(language, text)
    assert (mention.weekday, mention.direction, mention.modifier) == (weekday, direction, modifier)


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("fr", "Du 3 au 5 mars, la trêve a tenu.", "XXXX-03-03", "XXXX-03-05"),
        ("fr", "Entre le 28 décembre et le 3 janvier 2017, trêve.", "2016-12-28", "2017-01-03"),
        ("fr", "Les combats de mars à mai 2016.", "2016-03", "2016-05"),
        ("fr", "Les combats de 2011 à 2013.", "2011", "2013"),
        ("fr", "Dans la nuit de lundi à mardi, un raid.", "XXXX-WXX-1TNI", "XXXX-WXX-2"),
        ("fr", "Dans la nuit du 30 au 31 août, un raid.", "XXXX-08-30TNI", "XXXX-08-31"),
        ("en", "The truce held from March 3 to 5, 2016.", "2016-03-03", "2016-03-05"),
        ("en", "The truce held from May to June 2016.", "2016-05", "2016-06"),
        ("en", "The truce held between 3 and 9 February 2016.", "2016-02-03", "2016-02-09"),
        ("en", "The war of 2011-2013.", "2011", "2013"),
    ],
)
def test_a_range_has_two_ends_that_share_month_and_year(language: str, text: str, start: str, end: str) -> None:
    (mention,) = found(language, text)
    assert mention.kind == "range"
    assert (mention.value, mention.until.value if mention.until else None) == (start, end)


@pytest.mark.parametrize(
    ("language", "text", "modifier"),
    [
        ("fr", "Depuis 2011, la guerre.", "since"),
        ("fr", "Fin septembre, la trêve.", "end"),
        ("fr", "À la mi-mars, la trêve.", "mid"),
        ("fr", "Début 2015, la trêve.", "start"),
        ("fr", "Jusqu'au 5 avril, la trêve.", "until"),
        ("fr", "Depuis le début de l'année, la trêve.", "since"),
        ("en", "Since 2011 there is war.", "since"),
        ("en", "In late September, a truce.", "end"),
        ("en", "In mid-March, a truce.", "mid"),
        ("en", "Until April 5, a truce.", "until"),
    ],
)
def test_a_modifier_is_part_of_the_mention(language: str, text: str, modifier: str) -> None:
    (mention,) = found(language, text)
    assert mention.modifier == modifier


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Mardi soir, un raid.", "XXXX-WXX-2TEV"),
        ("fr", "Vers 22 heures, un raid.", "T22"),
        ("fr", "Un raid à 14h30.", "T14:30"),
        ("fr", "Un raid à midi.", "T12:00"),
        ("en", "A raid at 2:30 p.m. hit it.", "T14:30"),
        ("en", "A raid at 10 p.m. on Wednesday.", "XXXX-WXX-3T22"),
        ("en", "Tuesday night, a raid.", "XXXX-WXX-2TNI"),
    ],
)
def test_hours_and_parts_of_the_day_are_in_the_value(language: str, text: str, value: str) -> None:
    (mention,) = found(language, text)
    assert mention.value == value


def test_typographic_apostrophes_and_no_break_spaces_are_read_like_plain_ones() -> None:
    plain = found("fr", "Aujourd'hui, puis le 5 mai 2016.")
    fancy = found("fr", "Aujourd’hui, puis le 5\u00a0mai\u202f2016.")
    assert [(m.kind, m.value, m.offset) for m in fancy] == [(m.kind, m.value, m.offset) for m in plain]


def test_decomposed_letters_are_read_and_offsets_stay_those_of_the_text() -> None:
    text = "le 3 aou\u0302t 2016"
    (mention,) = found("fr", text)
    assert (mention.value, mention.span) == ("2016-08-03", Span(0, len(text)))


def test_an_impossible_day_is_no_date() -> None:
    assert found("fr", "Le 31 février 2016 n'existe pas.") == ()


def test_only_the_given_passages_are_read() -> None:
    text = "Hier. Demain."
    (mention,) = find_times(text, load_language("fr"), [Span(6, 13)])
    assert (mention.text, mention.span) == ("Demain", Span(6, 12))


def test_a_title_and_the_dateline_below_it_do_not_grow_together() -> None:
    mentions = found("fr", "Bombardement : le bilan de 2015\n\n4 janvier 2016. – Rien.")
    assert [mention.value for mention in mentions] == ["2015", "2016-01-04"]


@pytest.mark.parametrize(
    ("language", "word"), [("fr", "deux "), ("en", "twenty-"), ("fr", "le 3 au "), ("en", "in the ")]
)
def test_a_hostile_text_is_read_in_time_that_grows_with_its_length(language: str, word: str) -> None:
    found(language, word * 20_000)  # with unbounded numbers this took minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le registre compte mardi 12 morts.", "mardi"),
        ("Le pont tomba mardi 12 à Tellera.", "mardi 12"),
        ("Mardi 12, le pont tomba.", "Mardi 12"),
    ],
)
def test_a_number_behind_a_weekday_is_its_day_only_if_it_counts_nothing(text: str, words: str) -> None:
    assert words in [mention.text for mention in found("fr", text)]
