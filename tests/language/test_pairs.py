"""Sentence pairs of one content must give equal tolls and equal clauses. Add pairs to `pairs.tsv`, never code.

Pairs of `known.tsv` must fail, all others must hold; `tools/known.py --pairs` writes that list anew.
"""

from pathlib import Path

import pytest

from bilan.evaluate.known import read_known
from bilan.evaluate.pairs import ASPECTS, Pair, check_pairs, read_pairs
from bilan.pipeline import Tools

FOLDER = Path(__file__).parent
PAIRS = read_pairs(FOLDER / "pairs.tsv")
KNOWN = read_known(FOLDER / "known.tsv")

Faults = dict[tuple[int, str], str]


def _case(pair: Pair, aspect: str) -> object:
    reason = KNOWN.get(f"pair-{aspect}", {}).get(pair.text)
    failing = [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)] if reason else []
    return pytest.param(pair, aspect, marks=[pytest.mark.xdist_group("pairs"), *failing], id=f"{aspect}-{pair.line}")


@pytest.fixture(scope="session")
def faults(tools: Tools) -> Faults:
    """What is wrong with each aspect of each pair; all pairs are read at once."""
    return {(result.pair.line, result.aspect): result.fault for result in check_pairs(PAIRS, tools)}


@pytest.mark.parametrize(("pair", "aspect"), [_case(pair, aspect) for pair in PAIRS for aspect in ASPECTS])
def test_both_languages_give_the_same(pair: Pair, aspect: str, faults: Faults) -> None:
    fault = faults[pair.line, aspect]
    assert not fault, "\n".join((*pair.sentences, fault))


def test_only_pairs_there_are_are_known_to_fail() -> None:
    lists = [name for name in KNOWN if name.startswith("pair-")]
    assert set(lists) <= {f"pair-{aspect}" for aspect in ASPECTS}
    assert {text for name in lists for text in KNOWN[name]} <= {pair.text for pair in PAIRS}


def test_there_are_pairs_enough_and_none_stands_twice() -> None:
    texts = [sentence for pair in PAIRS for sentence in pair.sentences]
    assert len(PAIRS) >= 60
    assert len(set(texts)) == len(texts)
