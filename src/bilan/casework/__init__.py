"""Work on a casebook, for the commands and the pages alike.

Order of a run: inputs → reports (grouped by text) → extraction of those not read yet → one transaction a report →
decisions found again → incidents and figures of the whole casebook → one transaction.
"""

from bilan.casework.actors import add_actors, casebook_registry, own_actors, remove_actor
from bilan.casework.assemble import assemble_casebook
from bilan.casework.decide import decide
from bilan.casework.run import RunOutcome, load_extract, run_casebook
from bilan.casework.state import Decided, find_incident, find_to_reread, read_decided, read_view
from bilan.casework.take_in import Input, Stored, TakenIn, take_in

__all__ = [
    "Decided",
    "Input",
    "RunOutcome",
    "Stored",
    "TakenIn",
    "add_actors",
    "assemble_casebook",
    "casebook_registry",
    "decide",
    "find_incident",
    "find_to_reread",
    "load_extract",
    "own_actors",
    "read_decided",
    "read_view",
    "remove_actor",
    "run_casebook",
    "take_in",
]
