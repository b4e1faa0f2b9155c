"""Alembic's entry: run the revisions on the connection that `stores/migrate.py` hands over."""

from alembic import context

from bilan.stores.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()
