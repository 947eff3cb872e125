"""The list of due items of one user: adds reminders, and removes those that no longer apply."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from backend.db import insert
from backend.reminders.models import Due, What
from backend.reminders.plan.record_bodies import chunks
from backend.reminders.plan.schedule import Reminder

BY_RECORD: tuple[What, ...] = ("promise", "late", "theirs", "nudge", "recall")


class DueList:
    """The list of one user, within one transaction."""

    def __init__(self, transaction: Session, owner_id: str, now: datetime) -> None:
        self._transaction, self._owner_id, self._now = transaction, owner_id, now

    def set_reminders(
        self, reminders: Mapping[str, Reminder | None], changed_by: Mapping[str, str]
    ) -> None:
        """Set what these records remind of from now on.

        Args:
            reminders: By record, its reminder, or None for none.
            changed_by: By record, the device that changed it last.
        """
        rows = {row.record_id: row for row in self._rows(reminders, BY_RECORD)}
        new: list[tuple[str, Reminder]] = []
        for id, reminder in reminders.items():
            row = rows.get(id)
            if row and reminder and (row.value, row.why) == (reminder.value, reminder.why):
                self._move(row, reminder)
                continue
            if row:
                self._take_off(row, changed_by.get(id, ""))
            if reminder:
                new.append((id, reminder))
        self._add(new)

    def announced(self, ids: Iterable[str], what: What) -> dict[str, str]:
        """Return, by record, the value for which it was last sent as this."""
        return {row.record_id: row.value for row in self._rows(ids, (what,)) if row.sent_at}

    def _move(self, row: Due, reminder: Reminder) -> None:
        if row.at != reminder.at:
            moved = update(Due).filter_by(record_id=row.record_id, what=row.what)
            self._change(moved.values(at=reminder.at))

    def _take_off(self, row: Due, changed_by: str) -> None:
        self._change(delete(Due).filter_by(record_id=row.record_id, what=row.what))
        # What may stand on a screen by now has to go from there too.
        if row.what == "promise" and (row.sent_at or row.held_until):
            self._change(delete(Due).filter_by(record_id=row.record_id, what="settled"))
            self._add([(row.record_id, Reminder("settled", changed_by, self._now))])

    def _change(self, statement: Any) -> None:
        mine = statement.where(Due.owner_id == self._owner_id)
        self._transaction.execute(mine.execution_options(synchronize_session=False))

    def _add(self, reminders: list[tuple[str, Reminder]]) -> None:
        rows = [
            {
                "owner_id": self._owner_id,
                "record_id": id,
                "what": reminder.what,
                "value": reminder.value,
                "why": reminder.why,
                "at": reminder.at,
            }
            for id, reminder in reminders
        ]
        if rows:
            self._transaction.execute(insert(Due), rows)

    def _rows(self, ids: Iterable[str], whats: tuple[What, ...]) -> list[Due]:
        rows: list[Due] = []
        for some in chunks(list(ids)):
            query = select(Due).filter_by(owner_id=self._owner_id)
            these = query.where(Due.record_id.in_(some), Due.what.in_(whats))
            rows += self._transaction.scalars(these.execution_options(populate_existing=True))
        return rows
