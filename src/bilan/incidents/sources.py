"""Tell how many independent sources there are: copies, forwards and reprints of one wire are one.

Order of steps: texts → word shingles → MinHash signatures → candidate pairs that share a band → pairs verified by true
overlap → groups. Every step looks at the set of texts only, so the order of the reports changes nothing.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rensa import RMinHash

from bilan.incidents.union import Groups
from bilan.model.extraction import Source
from bilan.model.report import Report

SHINGLE_WORDS = 3  # as measured in rensa's favour on news texts: estimate .80 for a true .79
PERMUTATIONS = 128
ROWS_PER_BAND = 2  # 64 bands of 2: a pair with overlap .2 meets with probability .93, so added headers do not hide it
SEED = 20161120  # any fixed number: the signature must be the same in every run
# An edited reprint keeps most of its wording; an independent account of the same incident shares names and numbers
# only (below .2 on our own pairs). Both thresholds stand far from either side.
SAME_TEXT = 0.6  # Jaccard
HELD_WITHIN = 0.7  # share of the shorter text's shingles found in the longer one: header, footer, teaser
MAX_LENGTH_RATIO = 4  # beyond it the longer text is a digest of many reports, and would tie strangers together
MIN_SHINGLES = 12  # shorter texts say too little to be called copies of one another; only equal ones are

_WORD = re.compile(r"\w+")


def group_sources(reports: Sequence[Report]) -> tuple[Source, ...]:
    """Make one source of every distinct text and group those that copy one another.

    Args:
        reports: in any order; several may have the same text.

    Returns:
        The sources in order of their digest. `names` are the ids of all reports with that very text; `group` is the
        smallest digest among the texts that copy one another; `published` is the earliest date given for the text.
    """
    by_digest: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_digest[report.digest].append(report)
    digests = sorted(by_digest)
    group_of = _group_texts({digest: by_digest[digest][0].text for digest in digests})
    return tuple(_make_source(by_digest[digest], group_of[digest]) for digest in digests)


def _make_source(copies: Sequence[Report], group: str) -> Source:
    # The first printed copy speaks for all: its outlet and title are the nearest to the origin.
    first = min(copies, key=lambda report: (report.published or "9999", report.id, report.outlet or ""))
    return Source(
        digest=first.digest,
        names=tuple(sorted({report.id for report in copies})),
        outlet=first.outlet,
        published=first.published,
        language=first.language,
        title=first.title,
        group=group,
    )


def _group_texts(texts: Mapping[str, str]) -> dict[str, str]:
    shingles = {digest: _find_shingles(text) for digest, text in texts.items()}
    long_enough = [digest for digest in sorted(texts) if len(shingles[digest]) >= MIN_SHINGLES]
    groups = Groups(texts)
    for left, right in _candidate_pairs(long_enough, shingles):
        if groups.find(left) != groups.find(right) and copies(shingles[left], shingles[right]):
            groups.join(left, right)
    return {digest: groups.find(digest) for digest in texts}


def copies(left: frozenset[bytes], right: frozenset[bytes]) -> bool:
    """Tell whether two texts, given as shingles, are one text with small edits or with words added around it."""
    shared = len(left & right)
    shorter, longer = sorted((len(left), len(right)))
    union = longer + shorter - shared
    return shared >= SAME_TEXT * union or (longer <= MAX_LENGTH_RATIO * shorter and shared >= HELD_WITHIN * shorter)


def _find_shingles(text: str) -> frozenset[bytes]:
    words = _WORD.findall(text.casefold())
    starts = range(max(1, len(words) - SHINGLE_WORDS + 1)) if words else range(0)
    joined = (" ".join(words[i : i + SHINGLE_WORDS]) for i in starts)
    return frozenset(hashlib.blake2b(piece.encode(), digest_size=8).digest() for piece in joined)


def _candidate_pairs(digests: Sequence[str], shingles: Mapping[str, frozenset[bytes]]) -> Iterator[tuple[str, str]]:
    """Pair every text with the first of each bucket and with its neighbour there: linear in the bucket's size."""
    buckets: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for digest in digests:
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update(sorted(shingles[digest]))
        signature = sketch.digest()
        for start in range(0, PERMUTATIONS, ROWS_PER_BAND):
            buckets[start, *signature[start : start + ROWS_PER_BAND]].append(digest)
    seen: set[tuple[str, str]] = set()
    for _, members in sorted(buckets.items()):
        for pair in (*((members[0], other) for other in members[1:]), *pairwise(members)):
            if pair not in seen:
                seen.add(pair)
                yield pair
