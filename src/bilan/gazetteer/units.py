"""Names of administrative units without the word for their rank."""

import csv
import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "unit_words.csv"


def bare_unit_name(name: str) -> str:
    """Take the word for its rank off the name of an administrative unit ("Province de Homs" → "Homs").

    Args:
        name: The unit's full name, in any language of unit_words.csv.

    Returns:
        The bare name, or `name` itself if nothing would be left or nothing was to be taken off.
    """
    for pattern in _unit_patterns():
        bare = pattern.sub("", name).strip()
        if bare and bare != name:
            return bare
    return name


@cache
def _unit_patterns() -> tuple[re.Pattern[str], ...]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(line for line in stream if not line.startswith("#")))
    after = "|".join(re.escape(row["word"]) for row in rows if row["where"] == "after")
    before = "|".join(re.escape(row["word"]) for row in rows if row["where"] == "before")
    return re.compile(rf"^(?:{before})(?:(?<=['’])|\s+)"), re.compile(rf"\s+(?:{after})$")
