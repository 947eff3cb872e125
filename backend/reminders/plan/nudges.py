"""Plans the next nudge about each person whom a change concerns."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from backend.db import insert, utc_now
from backend.reminders.models import About, ReminderState
from backend.reminders.plan.due_list import DueList
from backend.reminders.plan.local_hours import local_day
from backend.reminders.plan.preferences import preferences_of
from backend.reminders.plan.record_bodies import RecordBody, chunks, read_bodies
from backend.reminders.plan.schedule import Reminder, nudge_reminder
from backend.sync.models import records
from backend.warmth import read_tie
from backend.warmth.nudge import coming_nudges

ABOUT_KINDS = ("conversation", "follow_up", "nudge")


class NudgePlanner:
    """Plans nudges for one user, for the people whom the latest changes concern."""

    def __init__(self, transaction: Session, user: ReminderState) -> None:
        self._transaction, self._user = transaction, user
        self._habits, self._now = preferences_of(user), utc_now()
        self._concerned: set[str] = set()

    def note_changes(self, changed: Iterable[tuple[str, str, RecordBody]]) -> None:
        """Note which people these records concern; each is an id, a kind and a body."""
        about = {}
        for id, kind, body in changed:
            if kind == "person":
                self._concerned.add(id)
            elif kind in ABOUT_KINDS:
                about[id] = list(body.get("person_ids") or [])
        self._link_people(about)

    def plan(self, due_list: DueList, *people: str) -> None:
        """Plan the next nudge about the people noted before, and about these."""
        concerned = sorted({*self._concerned, *people})
        announced = due_list.announced(concerned, "nudged")
        for some in chunks(concerned):
            about = self._read_about(some)
            found = read_bodies([(self._user.owner_id, id) for id in some])
            reminders = {
                id: self._next_reminder(
                    found.get((self._user.owner_id, id)), about.get(id, []), last
                )
                for id in some
                for last in [announced.get(id, "")]
            }
            due_list.set_reminders(reminders, {})

    def _link_people(self, about: dict[str, list[str]]) -> None:
        for some in chunks(list(about)):
            mine = (About.owner_id == self._user.owner_id) & About.record_id.in_(some)
            gone = self._transaction.execute(delete(About).where(mine).returning(About.person_id))
            self._concerned.update(gone.scalars())
            rows = [
                {"owner_id": self._user.owner_id, "person_id": person_id, "record_id": id}
                for id in some
                for person_id in dict.fromkeys(about[id])
            ]
            self._concerned.update(row["person_id"] for row in rows)
            if rows:
                self._transaction.execute(insert(About), rows)

    def _read_about(self, people: list[str]) -> dict[str, list[tuple[str, RecordBody]]]:
        """Return, by person, the kind and body of each record about them."""
        query = (
            select(About.person_id, records.c.kind, records.c.body)
            .join(
                records,
                (records.c.owner_id == About.owner_id) & (records.c.id == About.record_id),
            )
            .where(
                About.owner_id == self._user.owner_id,
                About.person_id.in_(people),
                records.c.deleted_at.is_(None),
            )
        )
        about: dict[str, list[tuple[str, RecordBody]]] = {}
        for person_id, kind, body in self._transaction.execute(query):
            about.setdefault(person_id, []).append((kind, json.loads(body)))
        return about

    def _next_reminder(
        self, person: RecordBody | None, about: list[tuple[str, RecordBody]], last: str
    ) -> Reminder | None:
        if person is None:
            return None
        by_kind: dict[str, list[Any]] = {kind: [] for kind in ABOUT_KINDS}
        for kind, body in about:
            by_kind[kind].append(body)
        everything = read_tie.RecordsAbout(
            conversations=by_kind["conversation"],
            follow_ups=by_kind["follow_up"],
            nudge=next(iter(by_kind["nudge"]), {}),
        )
        tie = read_tie.tie_to(person, everything, self._habits.zone)
        new = [nudge for nudge in coming_nudges(tie, self._now) if nudge.due_on > last]
        today = local_day(self._now, self._habits.zone).isoformat()
        is_open = [nudge for nudge in new if nudge.due_on <= today]
        chosen = next(iter([*is_open[-1:], *new]), None)
        return chosen and nudge_reminder(chosen.due_on, chosen.why, self._habits)
