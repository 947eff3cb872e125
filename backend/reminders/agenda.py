"""The list of what is due for one user: puts wants on it, and takes off what is settled."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.reminders.lookup import in_parts
from backend.reminders.models import Due, What
from backend.reminders.wants import Want

BY_RECORD: tuple[What, ...] = ("promise", "late", "theirs", "nudge", "recall")


class Agenda:
    """One user's list, within one transaction."""

    def __init__(self, transaction: Session, owner_id: str, now: datetime) -> None:
        self._transaction, self._owner_id, self._now = transaction, owner_id, now

    def put(self, wants: Mapping[str, Want | None], changed_by: Mapping[str, str]) -> None:
        """Have these records announced as they want now; what wants nothing is taken off.

        takes: by record, what it wants; by record, the device that changed it last
        """
        rows = {row.record_id: row for row in self._rows(wants, BY_RECORD)}
        for id, want in wants.items():
            row = rows.get(id)
            if row and want and row.value == want.value:
                row.at = want.at
                continue
            if row:
                self._take_off(row, changed_by.get(id, ""))
            if want:
                self._transaction.add(self._due(id, want))

    def announced(self, ids: Iterable[str], what: What) -> dict[str, str]:
        """Give for what value each of these records was last announced as this."""
        return {row.record_id: row.value for row in self._rows(ids, (what,)) if row.sent_at}

    def _take_off(self, row: Due, changed_by: str) -> None:
        self._transaction.delete(row)
        self._transaction.flush()
        # What may stand on a screen by now has to go from there too.
        if row.what == "promise" and (row.sent_at or row.held_until):
            settled = self._due(row.record_id, Want("settled", changed_by, self._now))
            self._transaction.merge(settled)

    def _due(self, id: str, want: Want) -> Due:
        return Due(
            owner_id=self._owner_id,
            record_id=id,
            what=want.what,
            value=want.value,
            at=want.at,
            held_until=None,
            tries=0,
            left=None,
            sent_at=None,
        )

    def _rows(self, ids: Iterable[str], whats: tuple[What, ...]) -> list[Due]:
        rows: list[Due] = []
        for some in in_parts(list(ids)):
            query = select(Due).filter_by(owner_id=self._owner_id)
            rows += self._transaction.scalars(
                query.where(Due.record_id.in_(some), Due.what.in_(whats)).execution_options(
                    populate_existing=True
                )
            )
        return rows
