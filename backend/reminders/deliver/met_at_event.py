"""Reads from conversations who was met at which event."""

import json

from sqlalchemy import select

from backend.db import db
from backend.reminders.models import About
from backend.sync.models import records


def was_anybody_met(owner_id: str, event_id: str) -> bool:
    """Check whether an event has a conversation that nothing was recalled for yet."""
    query = select(records.c.body).where(
        records.c.owner_id == owner_id,
        records.c.kind == "conversation",
        records.c.deleted_at.is_(None),
        records.c.body.contains(event_id, autoescape=True),
    )
    talks = map(json.loads, db.session.scalars(query))
    return any(talk.get("event_id") == event_id and not talk.get("recalled_at") for talk in talks)


def events_of(owner_id: str, people: list[str]) -> dict[str, str]:
    """Return, by person, an event at which they were met."""
    query = (
        select(About.person_id, records.c.body)
        .join(records, (records.c.owner_id == About.owner_id) & (records.c.id == About.record_id))
        .where(
            About.owner_id == owner_id,
            About.person_id.in_(people),
            records.c.kind == "conversation",
            records.c.deleted_at.is_(None),
        )
    )
    met = ((id, json.loads(body).get("event_id")) for id, body in db.session.execute(query))
    return {person_id: event_id for person_id, event_id in met if event_id}
