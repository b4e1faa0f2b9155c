"""Bring a casebook's tables to the newest schema: forward only, with a copy made first."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, inspect, text

from bilan.errors import CasebookError
from bilan.stores.schema import SCHEMA_VERSION

MIGRATIONS = Path(__file__).parent / "migrations"


def schema_version(engine: Engine) -> int:
    """Return the schema version of a database, 0 when it has no tables yet.

    Raises:
        CasebookError: the database is no casebook.
    """
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        if not tables:
            return 0
        if "alembic_version" not in tables:
            raise CasebookError(f"{engine.url.database}: not a casebook's database", "give another folder")
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        return int(found) if found else 0


def migrate(engine: Engine, *, newest: int = SCHEMA_VERSION, scripts: Path = MIGRATIONS) -> Path | None:
    """Bring the database to the newest schema.

    Args:
        engine: the database of one casebook.
        newest: the schema version this Bilan writes.
        scripts: Alembic's folder of revisions.

    Returns:
        The copy made of the database before it was changed; None when nothing had to be, or there was nothing in it.

    Raises:
        CasebookError: it was made by a newer Bilan, or is no casebook.
    """
    found = schema_version(engine)
    if found > newest:
        raise CasebookError(
            f"{engine.url.database}: schema {found}, and this Bilan knows {newest} at most",
            "it was made by a newer Bilan: install that one; nothing was changed",
        )
    if found == newest:
        return None
    copy = _back_up(Path(engine.url.database or ""), found) if found else None
    _upgrade(engine, scripts)
    return copy


def _back_up(path: Path, version: int) -> Path:
    copy = path.with_name(f"{path.name}.schema-{version}.backup")
    number = 1
    while copy.exists():  # an earlier migration of the same kind was interrupted: its copy is kept too
        number += 1
        copy = path.with_name(f"{path.name}.schema-{version}.backup-{number}")
    source, target = sqlite3.connect(path), sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()
    return copy


def _upgrade(engine: Engine, scripts: Path) -> None:
    from alembic import command  # noqa: PLC0415 - a third of a second, and only a new or old casebook needs it
    from alembic.config import Config  # noqa: PLC0415 - same

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with engine.connect().execution_options(bilan_write=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
