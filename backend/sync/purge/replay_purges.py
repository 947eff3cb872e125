"""Repeats the purges that a database has forgotten, because an older copy was put in its place."""

from sqlalchemy import select

from backend.accounts.models import User
from backend.db import db, writing
from backend.sync.models import records
from backend.sync.purge.purge_list import Purged, remembered
from backend.sync.purge.purge_person import purge
from backend.sync.store.record_state import NOBODY, Held, Touch
from backend.sync.store.record_store import Store


def purge_again() -> None:
    """Purge everybody whose purge is remembered and not known here. Safe to repeat.

    source: docs/sync.md, "Servers that were put back"
    """
    for owner_id, person_id in sorted(_forgotten()):
        _make_known(owner_id, person_id)
        purge(owner_id, person_id, NOBODY)


def _forgotten() -> set[Purged]:
    known = select(records.c.owner_id, records.c.id).where(
        records.c.kind == "person", records.c.purged_at.is_not(None)
    )
    with db.engine.connect() as connection:
        purged = {(row.owner_id, row.id) for row in connection.execute(known)}
        owners = set(connection.scalars(select(User.id)))
    return {one for one in remembered() - purged if one[0] in owners}


def _make_known(owner_id: str, person_id: str) -> None:
    """Give a copy from before they met an empty person: else a device that has not heard of the
    purge would bring them back."""
    with writing() as session:
        store = Store(session.connection(), owner_id, NOBODY)
        head = store.take_head()
        if store.load([person_id]):
            return
        made = Touch(head + 1, NOBODY)
        store.save({}, [Held(person_id, "person", made.seq, made, body={}, touches={}, kept={})])
        store.give_head(head, made.seq)
