"""Run by Alembic: applies the migrations on the connection, and in the transaction, of whoever upgrades a record."""

from __future__ import annotations

from alembic import context

from janadesh.record.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
