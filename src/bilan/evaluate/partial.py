"""Compare a partial record with a whole one: everything the partial one says must be so, the rest may be anything.

* objects: every key given must agree; the key `"~"` holds regular expressions that the object's JSON must match;
* strings are equal; one that starts with `~` is a regular expression found in the value, whatever the case, a space
  in it standing for any white space (French texts are full of no-break spaces);
* `"null"` is null; numbers are equal;
* lists: each item given agrees with an item of its own, in any order; but a chain (`said_by`) has exactly these
  items in this order;
* `"@3"` is the id of a claim that the row named 3 of the table expects.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from bilan.evaluate.matching import best_pairs

CHAINS = ("said_by",)
PATTERN, NULL, REFERENCE = "~", "null", "@"

Ids = Mapping[str, frozenset[str]]


def differences(wanted: Any, found: Any, ids: Ids | None, path: str = "") -> list[str]:  # noqa: ANN401 - JSON values
    """Say where a record is not what is wanted.

    Args:
        wanted: the partial record.
        found: the whole one.
        ids: row name → ids of the claims it expects, for references; None lets every reference pass.
        path: where in the record this is, for the messages.

    Returns:
        One line a difference; empty if the record is as wanted.
    """
    if isinstance(wanted, Mapping):
        if not isinstance(found, Mapping):
            return [f"{path or 'record'} is {_short(found)}, wanted {_short(wanted)}"]
        inner = (_key_differences(key, value, found, ids, path) for key, value in wanted.items())
        return [line for lines in inner for line in lines]
    if isinstance(wanted, list):
        return _list_differences(wanted, found, ids, path)
    return [] if _equal(wanted, found, ids) else [f"{path} is {_short(found)}, wanted {_short(wanted)}"]


def _key_differences(key: str, value: Any, found: Mapping[str, Any], ids: Ids | None, path: str) -> list[str]:  # noqa: ANN401 - JSON values
    if key == PATTERN:
        text = json.dumps(found, ensure_ascii=False)
        return [f"{path} has nothing like {pattern!r}" for pattern in value if not _finds(pattern, text)]
    where = f"{path}.{key}" if path else key
    if key not in found:
        return [f"{where} is not there"]
    if key in CHAINS and isinstance(value, list) and len(value) == len(found[key]):
        pairs = zip(value, found[key], strict=True)
        return [line for i, (want, has) in enumerate(pairs) for line in differences(want, has, ids, f"{where}[{i}]")]
    if key in CHAINS and isinstance(value, list):
        return [f"{where} is {_short(found[key])}, wanted {_short(value)}"]
    return differences(value, found[key], ids, where)


def _list_differences(wanted: Sequence[Any], found: Any, ids: Ids | None, path: str) -> list[str]:  # noqa: ANN401 - JSON values
    if not isinstance(found, list):
        return [f"{path} is {_short(found)}, wanted a list"]
    gains = [[int(not differences(want, has, ids)) for has in found] for want in wanted]
    paired = {left for left, _ in best_pairs(gains)}
    lacking = [want for index, want in enumerate(wanted) if index not in paired]
    return [f"{path} is {_short(found)}, lacks {_short(want)}" for want in lacking]


def _equal(wanted: Any, found: Any, ids: Ids | None) -> bool:  # noqa: ANN401 - JSON values
    if wanted == NULL:
        return found is None
    if isinstance(wanted, str) and wanted.startswith(PATTERN):
        return isinstance(found, str) and _finds(wanted[1:], found)
    if isinstance(wanted, str) and wanted.startswith(REFERENCE):
        return ids is None or found in ids.get(wanted[1:], frozenset())
    if isinstance(wanted, float) and isinstance(found, int | float):
        return math.isclose(wanted, found)
    return bool(wanted == found)


def _finds(pattern: str, text: str) -> bool:
    return re.search(pattern.replace(" ", r"\s+"), text, re.IGNORECASE) is not None


def _short(value: Any) -> str:  # noqa: ANN401 - JSON values
    if isinstance(value, list) and value and all(isinstance(item, Mapping) and "text" in item for item in value):
        return "[" + ", ".join(repr(item["text"]) for item in value) + "]"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else text[:79] + "…"  # noqa: PLR2004 - one line of a terminal
