"""Alembic's revisions of the casebook: one file a schema version, never changed once released."""
