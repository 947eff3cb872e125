"""Removes a person for good: what was written about them, its history, and their mentions."""

from collections.abc import Iterable
from itertools import count

import orjson
from sqlalchemy import ColumnElement, bindparam, delete, or_, select, update

from backend.db import iso_utc, overwrite_log, utc_now, write_transaction
from backend.errors import Code, Refusal
from backend.sync.history.revisions import History, Revision
from backend.sync.live.event_stream import notify_devices
from backend.sync.models import records, revisions
from backend.sync.purge.purge_list import add_to_purge_list
from backend.sync.store.mentions import ABOUT, ids_in, names_only, remove_ids
from backend.sync.store.record_state import NO_DEVICE, FieldVersion, ServerRecord
from backend.sync.store.record_store import RecordStore, read_record
from backend.sync.store.usage import count_usage

MADE_IN_TALKS = ("follow_up", "problem")


def purge_person(owner_id: str, person_id: str, from_session: str) -> None:
    """Remove a person and all that is only about them, in one transaction. Safe to repeat.

    See docs/sync.md, "Purge".

    Args:
        owner_id: The user.
        person_id: The person.
        from_session: The session that asks for it, which needs no notification.

    Raises:
        Refusal: `not_found`, or `wrong_kind` where the record is no person.
    """
    with write_transaction() as session:
        store = RecordStore(session.connection(), owner_id, NO_DEVICE)
        head, _ = store.lock_head()
        person = store.load([person_id]).get(person_id)
        if person is None:
            raise Refusal(Code.NOT_FOUND)
        if person.kind != "person":
            raise Refusal(Code.WRONG_KIND)
        if not person.purged_at:
            _remove(store, person, head)
    add_to_purge_list(owner_id, person_id)
    overwrite_log()
    notify_devices(owner_id, from_session)


def _remove(store: RecordStore, person: ServerRecord, head: int) -> None:
    mentioning = _read(store, _mentions(person.id, records.c.body, records.c.kept))
    theirs = {
        id: record for id, record in mentioning.items() if names_only(record.body, {person.id})
    } | {person.id: person}
    theirs |= _made_in_talks(store, set(theirs))
    seqs, now = count(head + 1), iso_utc(utc_now())
    emptied = [_emptied(record, next(seqs), now) for record in theirs.values()]
    shared = [record for id, record in mentioning.items() if id not in theirs]
    freed = [_freed(record, person.id, next(seqs)) for record in shared]
    store.save(theirs | mentioning, [*emptied, *freed])
    _clear_history(store, person.id, theirs)
    _note_in_history(store, freed, now)
    store.advance_head(head, next(seqs) - 1, count_usage(store.connection, store.owner_id))


def _mentions(id: str, *columns: ColumnElement[str]) -> ColumnElement[bool]:
    return or_(*(column.contains(id) for column in columns))


def _read(store: RecordStore, which: ColumnElement[bool]) -> dict[str, ServerRecord]:
    query = select(records).where(
        records.c.owner_id == store.owner_id, records.c.purged_at.is_(None), which
    )
    return {row.id: read_record(row) for row in store.connection.execute(query)}


def _made_in_talks(store: RecordStore, conversations: set[str]) -> dict[str, ServerRecord]:
    """Read the promises and problems that name nobody and belong to one of these conversations."""
    return {
        id: record
        for id, record in _read(store, records.c.kind.in_(MADE_IN_TALKS)).items()
        if not record.body.get(ABOUT) and record.body.get("conversation_id") in conversations
    }


def _emptied(record: ServerRecord, seq: int, now: str) -> ServerRecord:
    return record._replace(
        seq=seq,
        body={},
        field_versions={},
        kept={},
        deleted_at=record.deleted_at or now,
        purged_at=now,
    )


def _freed(record: ServerRecord, person_id: str, seq: int) -> ServerRecord:
    body = {
        name: value
        for name, value in remove_ids(record.body, {person_id}).items()
        if value is not None
    }
    field_versions = {
        name: FieldVersion(seq, NO_DEVICE, as_sent=False, nth=_nth(record, name) + 1)
        for name in record.body
        if body.get(name) != record.body[name]
    }
    kept = {
        name: [entry for entry in entries if person_id not in ids_in(entry)]
        for name, entries in record.kept.items()
    }
    return record._replace(
        seq=seq,
        body=body,
        field_versions=record.field_versions | field_versions,
        kept={name: entries for name, entries in kept.items() if entries},
    )


def _nth(record: ServerRecord, name: str) -> int:
    return record.field_versions[name].nth if name in record.field_versions else 0


def _clear_history(store: RecordStore, person_id: str, theirs: Iterable[str]) -> None:
    connection, is_mine = store.connection, revisions.c.owner_id == store.owner_id
    connection.execute(
        delete(revisions).where(is_mine, revisions.c.record_id == bindparam("gone")),
        [{"gone": id} for id in theirs],
    )
    mentions = _mentions(person_id, revisions.c.overwritten, revisions.c.sent)
    rows = [
        {
            "in_record": row.record_id,
            "in_field": row.field,
            "at_seq": row.seq,
            "overwritten": _free_json(row.overwritten, person_id),
            "sent": _free_json(row.sent, person_id),
        }
        for row in connection.execute(select(revisions).where(is_mine, mentions))
    ]
    place = (
        revisions.c.record_id == bindparam("in_record"),
        revisions.c.field == bindparam("in_field"),
        revisions.c.seq == bindparam("at_seq"),
    )
    if rows:
        connection.execute(update(revisions).where(is_mine, *place), rows)


def _free_json(value: str, person_id: str) -> str:
    return orjson.dumps(remove_ids(orjson.loads(value), {person_id})).decode()


def _note_in_history(store: RecordStore, freed: list[ServerRecord], now: str) -> None:
    """Add revisions for the fields without the person, so that older bases are merged."""
    history = History(store.connection, store.owner_id)
    for record in freed:
        history.add(
            [
                Revision(
                    record_id=record.id,
                    field=name,
                    seq=record.seq,
                    overwritten=record.body.get(name),
                    as_sent=True,
                    sent=None,
                    device_id=NO_DEVICE,
                    made_at=now,
                    nth=version.nth,
                )
                for name, version in record.field_versions.items()
                if version.seq == record.seq
            ]
        )
    history.store(utc_now())
