"""Repeats purges that a database does not know, because an older copy was restored."""

from sqlalchemy import select

from backend.accounts.models import User
from backend.db import db, write_transaction
from backend.sync.models import records
from backend.sync.purge.erase_account import erase_again
from backend.sync.purge.purge_list import Purged, read_purge_list
from backend.sync.purge.purge_person import purge_person
from backend.sync.store.record_state import NO_DEVICE, FieldVersion, ServerRecord
from backend.sync.store.record_store import RecordStore


def replay_purges() -> None:
    """Purge and erase all on the purge list whom the database still has. Safe to repeat.

    See docs/sync.md, "Servers that were rolled back".
    """
    erase_again()
    for owner_id, person_id in sorted(_unknown_purges()):
        _make_known(owner_id, person_id)
        purge_person(owner_id, person_id, NO_DEVICE)


def _unknown_purges() -> set[Purged]:
    known = select(records.c.owner_id, records.c.id).where(
        records.c.kind == "person", records.c.purged_at.is_not(None)
    )
    with db.engine.connect() as connection:
        purged = {(row.owner_id, row.id) for row in connection.execute(known)}
        owners = set(connection.scalars(select(User.id)))
    return {one for one in read_purge_list() - purged if one[0] in owners}


def _make_known(owner_id: str, person_id: str) -> None:
    """Add an empty person where the copy is older than the person.

    Otherwise a device that has not heard of the purge would bring them back.
    """
    with write_transaction() as session:
        store = RecordStore(session.connection(), owner_id, NO_DEVICE)
        head, usage = store.lock_head()
        if store.load([person_id]):
            return
        made = FieldVersion(head + 1, NO_DEVICE)
        store.save(
            {},
            [
                ServerRecord(
                    person_id, "person", made.seq, made, body={}, field_versions={}, kept={}
                )
            ],
        )
        store.advance_head(head, made.seq, usage)
