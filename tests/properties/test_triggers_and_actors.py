"""What holds of triggers and actors for any words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bilan.actors.registry import open_registry
from bilan.annotate.tokens import Token
from bilan.annotate.triggers import find_triggers
from bilan.events.load import load_events
from bilan.languages.load import load_language
from bilan.model.actor import ACTOR_TYPES

PACK = load_language("fr")
LEMMAS = [row["lemma"] for row in PACK.rows("events")]
WORDS = st.one_of(
    st.sampled_from(sorted({word for lemma in LEMMAS for word in lemma.replace("'", "' ").split()})),
    st.text(min_size=1, max_size=8),
)
POS = st.sampled_from(["NOUN", "VERB", "ADJ", "DET", "ADP", "AUX", "PUNCT", "PROPN"])
ALIASES = st.sampled_from(sorted(alias.text for entry in open_registry().entries.values() for alias in entry.aliases))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(WORDS, POS, st.booleans()), max_size=30))
def test_triggers_stay_inside_the_text_in_order_and_overlap_wholly_or_not(
    words: list[tuple[str, str, bool]],
) -> None:
    tokens, start, sentence = [], 0, 0
    for i, (word, pos, new) in enumerate(words):
        sentence += new
        tokens.append(Token(i, start, start + len(word), word, word.lower(), pos, "dep", i, "", "", sentence))
        start += len(word) + 1
    triggers = find_triggers(tokens, PACK)
    assert {trigger.event for trigger in triggers} <= set(load_events())
    stretches = dict.fromkeys((trigger.start_token, trigger.end_token) for trigger in triggers)
    bounds = [bound for stretch in stretches for bound in stretch]
    assert bounds == sorted(bounds)
    for trigger in triggers:
        inside = tokens[trigger.start_token : trigger.end_token]
        assert inside
        assert len({token.sent for token in inside}) == 1
        assert 0 < trigger.weight <= 100


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=40), ALIASES), max_size=8), st.sampled_from(["fr", "en", "ar", "xx"]))
def test_a_batch_is_the_names_one_by_one(names: list[str], language: str) -> None:
    registry = open_registry()
    found = registry.match(names, language)
    assert found == tuple(registry.match([name], language)[0] for name in names)
    for match in found:
        if match is not None:
            entry = registry.entry(match.id)
            assert entry is not None
            assert entry.type == match.type in ACTOR_TYPES
            assert 0 < match.score <= 1


@settings(max_examples=100, deadline=None)
@given(ALIASES, st.sampled_from(["fr", "en"]))
def test_quotes_round_a_name_change_nothing(alias: str, language: str) -> None:
    registry = open_registry()
    plain, quoted = registry.match([alias, f"« {alias} »"], language)
    assert (plain and plain.id) == (quoted and quoted.id)
