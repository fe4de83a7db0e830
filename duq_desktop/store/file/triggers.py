"""The rules inside the file that keep its tables append-only."""

from __future__ import annotations

from duq_desktop.store.file.database_file import HasConnection


def _never(table: str, act: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


_KEPT = ("store", "home", "session", "sitting", "parcel", "note", "ledger")
_FIXED = ("home", "record", "parcel", "note", "ledger")
TRIGGERS: dict[str, str] = {
    **{f"{table}_no_delete": _never(table, "DELETE") for table in _KEPT},
    **{f"{table}_no_update": _never(table, "UPDATE") for table in _FIXED},
    "record_no_delete": (
        "CREATE TRIGGER record_no_delete BEFORE DELETE ON record WHEN OLD.sitting IS NOT "
        "(SELECT sitting FROM parcel ORDER BY number DESC LIMIT 1) "
        "BEGIN SELECT RAISE(ABORT, 'record is append-only'); END"
    ),
    "sitting_only_erase": (
        "CREATE TRIGGER sitting_only_erase BEFORE UPDATE ON sitting WHEN NEW.sealed_key IS NOT NULL "
        "OR NEW.number != OLD.number OR NEW.session != OLD.session OR NEW.sitting_id != OLD.sitting_id "
        "OR NEW.key_id != OLD.key_id OR NEW.mark IS NOT OLD.mark "
        "BEGIN SELECT RAISE(ABORT, 'a sealed key can only be erased'); END"
    ),
    "session_stays_over": (
        "CREATE TRIGGER session_stays_over BEFORE UPDATE ON session WHEN OLD.state = 'deleted' "
        "OR (OLD.state = 'ended' AND NEW.state = 'open') OR NEW.given < OLD.given "
        "OR NEW.session_id != OLD.session_id OR NEW.record_size != OLD.record_size "
        "BEGIN SELECT RAISE(ABORT, 'a session that is over stays over'); END"
    ),
}
"""The exceptions to append-only: a sitting's sealed key may be erased, a session emptied, and the records of
the sitting whose parcel was written last may go."""


def triggers_found(db: HasConnection) -> dict[str, str]:
    """The triggers of the file by name; compare them with ``TRIGGERS``."""
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    return {str(row[0]): str(row[1]) for row in db.conn.execute(sql)}
