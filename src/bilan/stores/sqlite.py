"""The shipped store: one SQLite file in WAL mode, so that people read and decide while reports come in."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from bilan.errors import CasebookError
from bilan.model.actor import ACTOR_TYPES, ActorChange
from bilan.model.claim import Claim
from bilan.model.decision import DECISIONS, Decision
from bilan.model.extraction import Assembly
from bilan.model.report import Evidence, Report
from bilan.model.view import CasebookView
from bilan.review.log import LogEntry, actor_body, decision_body, decision_id, read_actor_change, read_decision
from bilan.stores import sql_read, sql_write
from bilan.stores.base import Intake
from bilan.stores.damage import find_table_damage
from bilan.stores.migrate import migrate
from bilan.stores.rows import extraction_id

WAIT_SECONDS = 60  # for another process's write: storing a large assembly takes seconds, never a minute


def connect_sqlite(path: Path) -> Engine:
    """Open a database file, made when absent; nothing is asked of it yet."""
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


class SqliteStore:
    """A casebook's system of record in one SQLite file; see `Store` for what each method does.

    Args:
        path: The database file; made, or brought to the newest schema with a copy made first, when need be.

    Raises:
        CasebookError: the file is no casebook's, is locked, or was made by a newer Bilan.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = connect_sqlite(path)
        with _named(path):
            self.backup = migrate(self._engine)

    def sightings(self, digest: str) -> tuple[Report, ...]:
        """Return every input seen with this text, in the order they came."""
        with self._reading() as connection:
            return sql_read.sightings(connection, digest)

    def has_extraction(self, report: Report, maker: str) -> bool:
        """Tell whether `maker` already read this report, given its publication date and language."""
        with self._reading() as connection:
            return sql_read.extraction_payload(connection, extraction_id(report, maker)) is not None

    def add(self, intake: Intake, when: str) -> bool:
        """Store one report, all or nothing; False when everything was there already."""
        with self._writing() as connection:
            return sql_write.add_report(connection, intake, when)

    def reports(self) -> tuple[Report, ...]:
        """Return one report an input id, copies of a text next to each other."""
        with self._reading() as connection:
            return sql_read.reports(connection)

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims of each report's current extraction."""
        with self._reading() as connection:
            return sql_read.claims(connection)

    def put_assembly(self, assembly: Assembly, head: str, when: str) -> bool:
        """Store incidents and what stands beside them; False when the log has moved on since `head`."""
        with self._writing() as connection:
            if sql_read.head(connection) != head:
                return False
            sql_write.put_assembly(connection, assembly, when)
            return True

    def incident_claims(self) -> Mapping[str, tuple[str, ...]]:
        """Return the claim ids of each live incident."""
        with self._reading() as connection:
            return sql_read.incident_claims(connection)

    def current_incident(self, incident: str) -> str | None:
        """Follow redirects to the live incident."""
        with self._reading() as connection:
            return sql_read.current_incident(connection, incident)

    def view(self) -> CasebookView:
        """Return the whole casebook as records."""
        with self._reading() as connection:
            return sql_read.view(connection)

    def decide(self, decision: Decision) -> Decision:
        """Append a decision to the log.

        Raises:
            ValueError: the kind of decision is unknown.
        """
        if decision.kind not in DECISIONS:
            raise ValueError(f"unknown kind of decision {decision.kind!r}: one of {', '.join(DECISIONS)}")
        with self._writing() as connection:
            named = replace(decision, id=decision_id(decision, sql_read.head(connection)))
            entry = sql_write.append_log(connection, "decision", named.when, decision_body(named))
            return read_decision(entry)

    def change_actor(self, change: ActorChange) -> ActorChange:
        """Append a change of the casebook's own actors to the log.

        Raises:
            ValueError: the actor's type is unknown, or the change is of another actor than it names.
        """
        if change.entry and change.entry.type not in ACTOR_TYPES:
            raise ValueError(f"unknown type of actor {change.entry.type!r}: one of {', '.join(ACTOR_TYPES)}")
        if change.entry and change.entry.id != change.actor:
            raise ValueError(f"the change names {change.actor!r} and holds {change.entry.id!r}")
        with self._writing() as connection:
            return read_actor_change(sql_write.append_log(connection, "actor", change.when, actor_body(change)))

    def log(self) -> tuple[LogEntry, ...]:
        """Return the whole log, oldest first."""
        with self._reading() as connection:
            return sql_read.log(connection)

    def head(self) -> str:
        """Return the digest of the log's last entry."""
        with self._reading() as connection:
            return sql_read.head(connection)

    def evidence(self) -> tuple[Evidence, ...]:
        """Return where every stored byte came from."""
        with self._reading() as connection:
            return sql_read.evidence(connection)

    def damages(self) -> tuple[str, ...]:
        """Re-hash everything the tables hold; one sentence a damage."""
        with self._reading() as connection:
            return tuple(find_table_damage(connection))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _named(self._path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _named(self._path), self._engine.connect() as connection:
            writer = connection.execution_options(bilan_write=True)
            with writer.begin():
                yield writer


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Turn the database's errors into ours, which name the file."""
    try:
        yield
    except UnicodeEncodeError as error:
        words = error.object[max(0, error.start - 20) : error.start]
        raise CasebookError(
            f"half a character after “{words}”", "write the text or the file's name in UTF-8"
        ) from error
    except DBAPIError as error:
        remedy = (
            "close the other programs that use this casebook" if "locked" in str(error.orig) else "run bilan verify"
        )
        raise CasebookError(f"{path}: {error.orig}", remedy) from error


def _set_up(dbapi_connection: Any, _record: object) -> None:  # noqa: ANN401 - sqlite3's, or a stand-in's
    dbapi_connection.isolation_level = None  # we say BEGIN ourselves: Python's sqlite3 would not for reads and DDL
    cursor = dbapi_connection.cursor()
    for pragma in (
        f"busy_timeout={WAIT_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the write lock at once for a write: one taken halfway can be refused, and the work would be lost."""
    writing = connection.get_execution_options().get("bilan_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
