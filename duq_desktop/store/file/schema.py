"""The steps that make the tables, and the rules that keep them append-only."""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database, Migrations

from duq_desktop.store.file.database_file import MIGRATIONS
from duq_desktop.store.file.tables import OTHER_BYTES as OTHER_BYTES
from duq_desktop.store.file.tables import PERSON_BYTES as PERSON_BYTES
from duq_desktop.store.file.tables import SEALED_ATTEMPTS_BYTES as SEALED_ATTEMPTS_BYTES
from duq_desktop.store.file.tables import STEPS, statements
from duq_desktop.store.file.triggers import TRIGGERS, triggers_found


def migrations() -> Migrations:
    """What each of ``STEPS`` does."""
    found = Migrations(MIGRATIONS)
    for step in STEPS:
        found(name=step)(_taking(step))
    return found


def _taking(step: str) -> Callable[[Database], None]:
    def take(db: Database) -> None:
        for statement in statements(step):
            db.conn.execute(statement)

    return take


def step_names(steps: Migrations) -> set[str]:
    """The names of all ``steps`` this version knows; a file with any other is newer."""
    empty = Database(memory=True, execute_plugins=False)
    try:
        return {step.name for step in steps.pending(empty)}
    finally:
        empty.close()


def renew_triggers(db: Database) -> None:
    """Puts the triggers back where one is missing or changed.

    ``table.transform()`` in a migration drops them silently, and so may somebody with an editor.
    """
    if triggers_found(db) == TRIGGERS:
        return
    with db.atomic():
        drop_strange_triggers(db)
        for name, statement in TRIGGERS.items():
            if name not in triggers_found(db):
                db.conn.execute(statement)


def drop_strange_triggers(db: Database) -> None:
    """Takes away every trigger that is not ours word for word, before anything is written to the file.

    Whoever can write the file could put one there that keeps a key which is being erased.
    """
    for name, statement in triggers_found(db).items():
        if TRIGGERS.get(name) != statement:
            _drop(db, name)


def drop_triggers(db: Database) -> None:
    """Takes away every trigger, of a copy that is made what it was; ``renew_triggers`` puts them back."""
    for name in triggers_found(db):
        _drop(db, name)


def _drop(db: Database, name: str) -> None:
    db.conn.execute('DROP TRIGGER "{}"'.format(name.replace('"', '""')))
