"""Tell early whether a report can yield any claim, so that names are looked for only where they matter.

Finding names costs two fifths of a parse. A report without one word of outcome, event, statement or need yields no
claim with or without names; tests/unit/claims/test_gate.py holds the claims of gated and ungated reading equal.
"""

from collections.abc import Sequence

from bilan.annotate.outcomes import outcome_words
from bilan.annotate.tokens import Token
from bilan.annotate.triggers import find_triggers
from bilan.claims.events import SURE
from bilan.claims.needs import need_table
from bilan.claims.statements import statement_table
from bilan.languages.load import Pack


def may_claim(tokens: Sequence[Token], pack: Pack) -> bool:
    """Tell whether any word of the report can be the predicate of a claim."""
    outcomes = outcome_words(pack)
    if any(token.text.lower().replace("’", "'") in outcomes for token in tokens):
        return True
    low = {token.i: token.text.lower().replace("’", "'") for token in tokens}
    if any(next(table.find(low, 0, len(low)), None) for table in (need_table(pack), statement_table(pack))):
        return True
    return any(trigger.weight >= SURE for trigger in find_triggers(tokens, pack))
