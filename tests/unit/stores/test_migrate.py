import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from bilan.errors import CasebookError
from bilan.stores.migrate import MIGRATIONS, migrate, schema_version
from bilan.stores.schema import METADATA, SCHEMA_VERSION
from bilan.stores.sqlite import connect_sqlite

NEXT = f"""
import sqlalchemy as sa
from alembic import op

revision = "{SCHEMA_VERSION + 1}"
down_revision = "{SCHEMA_VERSION}"


def upgrade() -> None:
    op.add_column("log", sa.Column("remark", sa.Text()))
"""
BROKEN = NEXT + '    raise RuntimeError("power cut")\n'


def _with_next(folder: Path, script: str) -> Path:
    scripts = folder / "migrations"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "next.py").write_text(script, encoding="utf-8")
    return scripts


def _columns(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return [row[1] for row in connection.execute("PRAGMA table_info(log)")]


def test_the_revisions_make_the_tables_the_code_uses(tmp_path: Path) -> None:
    engine = connect_sqlite(tmp_path / "casebook.sqlite")
    assert migrate(engine) is None
    assert schema_version(engine) == SCHEMA_VERSION
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_an_older_casebook_goes_forward_and_a_copy_of_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "casebook.sqlite"
    engine = connect_sqlite(path)
    migrate(engine)
    copy = migrate(engine, newest=SCHEMA_VERSION + 1, scripts=_with_next(tmp_path, NEXT))
    assert copy is not None
    assert "remark" in _columns(path)
    assert "remark" not in _columns(copy)
    assert migrate(engine, newest=SCHEMA_VERSION + 1) is None


def test_a_migration_that_breaks_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "casebook.sqlite"
    engine = connect_sqlite(path)
    migrate(engine)
    scripts = _with_next(tmp_path, BROKEN)
    with pytest.raises(RuntimeError, match="power cut"):
        migrate(engine, newest=SCHEMA_VERSION + 1, scripts=scripts)
    assert "remark" not in _columns(path)
    assert schema_version(engine) == SCHEMA_VERSION


def test_a_second_copy_does_not_overwrite_the_first(tmp_path: Path) -> None:
    engine = connect_sqlite(tmp_path / "casebook.sqlite")
    migrate(engine)
    scripts = _with_next(tmp_path, BROKEN)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            migrate(engine, newest=SCHEMA_VERSION + 1, scripts=scripts)
    assert len(list(tmp_path.glob("*.backup*"))) == 2


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    engine = connect_sqlite(tmp_path / "casebook.sqlite")
    migrate(engine)
    with engine.connect().execution_options(bilan_write=True) as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '99'"))
    with pytest.raises(CasebookError, match="newer Bilan"):
        migrate(engine)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "casebook.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(CasebookError, match="not a casebook"):
        migrate(connect_sqlite(path))
