"""Keys hold for any text: folding twice changes nothing, case never matters."""

from hypothesis import given
from hypothesis import strategies as st

from bilan.gazetteer.keys import exact_key, skeleton, sound_key

NAMES = st.text(
    alphabet=st.one_of(st.characters(codec="ascii"), st.sampled_from("éèïçāḩşʿ‘’-حلبالإةىБучаїשדרות ")), max_size=24
)


@given(NAMES)
def test_an_exact_key_is_its_own_key(name: str) -> None:
    assert exact_key(exact_key(name)) == exact_key(name)


@given(NAMES)
def test_case_never_matters(name: str) -> None:
    if name.upper().lower() == name.lower():
        assert exact_key(name.upper()) == exact_key(name)
        assert sound_key(name.upper()) == sound_key(name)


@given(NAMES)
def test_equal_exact_keys_sound_the_same(name: str) -> None:
    assert sound_key(exact_key(name)) == sound_key(name)


@given(NAMES)
def test_a_skeleton_is_no_longer_than_the_sound(name: str) -> None:
    assert len(skeleton(sound_key(name))) <= len(sound_key(name)) + 1
