"""The whole of a run: take in, assemble, read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from bilan.casework.actors import mark_maker, own_actors
from bilan.casework.assemble import assemble_casebook
from bilan.casework.state import read_view
from bilan.casework.take_in import Input, TakenIn, Watch, take_in
from bilan.engines.base import Extract
from bilan.engines.local import LocalEngine
from bilan.engines.maker import extraction_maker
from bilan.model.actor import ActorEntry
from bilan.model.view import CasebookView
from bilan.review.anchor import ToReread
from bilan.stores.casebook import Casebook


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What a run came to: what was taken in, and the casebook as it stands now."""

    taken: TakenIn
    view: CasebookView
    to_reread: tuple[ToReread, ...]


def run_casebook(casebook: Casebook, inputs: Iterable[Input], *, jobs: int = 1, watch: Watch = iter) -> RunOutcome:
    """Take reports into a casebook with the shipped extractor, and reconcile the whole of it.

    Args:
        casebook: where to.
        inputs: reports with the items they came from, and inputs that failed.
        jobs: how many processes read.
        watch: see `take_in`.

    Raises:
        ModelError: a parser model is missing.
        CasebookError: the casebook cannot be written.
    """
    from bilan.incidents.sources import group_sources  # noqa: PLC0415 - reading a casebook needs none of this
    from bilan.pipeline import assemble  # noqa: PLC0415 - same

    own = own_actors(casebook)
    engine = LocalEngine(partial(load_extract, own) if own else load_extract, jobs=jobs)
    try:
        taken = take_in(casebook, inputs, engine, maker=mark_maker(extraction_maker(), own), watch=watch)
    finally:
        engine.close()
    decided = assemble_casebook(casebook, group=group_sources, assemble=assemble)
    return RunOutcome(taken, read_view(casebook), decided.to_reread)


def load_extract(own: Sequence[ActorEntry] = ()) -> Extract:
    """Load packs, gazetteer and event types, and return the function that reads one report.

    Args:
        own: The casebook's own actors.
    """
    from bilan.pipeline import extract, load_tools  # noqa: PLC0415 - loads parsers: only reading reports needs it

    return partial(extract, tools=load_tools(actors=own))
