"""Removes a person for ever: what was written of them, its history, and their mentions."""

from collections.abc import Iterable
from itertools import count

import orjson
from sqlalchemy import ColumnElement, bindparam, delete, or_, select, update

from backend.db import db, iso_utc, utc_now, writing
from backend.errors import Code, Refusal
from backend.sync.history.revisions import History, Revision
from backend.sync.live.stream import announce
from backend.sync.models import records, revisions
from backend.sync.purge.purge_list import remember
from backend.sync.store.mentions import ABOUT, ids_in, is_only_about, without
from backend.sync.store.record_state import NOBODY, Held, Touch
from backend.sync.store.record_store import Store, read_held

MADE_IN_TALKS = ("follow_up", "problem")


def purge(owner_id: str, person_id: str, from_session: str) -> None:
    """Remove a person and all that is only about them, in one transaction. Safe to repeat.

    takes: from_session, the session that asks for it
    raises: Refusal with not_found, or with wrong_kind for what is no person
    source: docs/sync.md, "Purging"
    """
    with writing() as session:
        store = Store(session.connection(), owner_id, NOBODY)
        head = store.take_head()
        person = store.load([person_id]).get(person_id)
        if person is None:
            raise Refusal(Code.NOT_FOUND)
        if person.kind != "person":
            raise Refusal(Code.WRONG_KIND)
        if not person.purged_at:
            _remove(store, person, head)
    remember(owner_id, person_id)
    _overwrite_log()
    announce(owner_id, from_session)


def _remove(store: Store, person: Held, head: int) -> None:
    mentioning = _read(store, _mentions(person.id, records.c.body, records.c.kept))
    theirs = {
        id: held for id, held in mentioning.items() if is_only_about(held.body, {person.id})
    } | {person.id: person}
    theirs |= _made_in_talks(store, set(theirs))
    seqs, now = count(head + 1), iso_utc(utc_now())
    emptied = [_emptied(held, next(seqs), now) for held in theirs.values()]
    shared = [held for id, held in mentioning.items() if id not in theirs]
    freed = [_freed(held, person.id, next(seqs)) for held in shared]
    store.save(theirs | mentioning, [*emptied, *freed])
    store.give_head(head, next(seqs) - 1)
    _clear_history(store, person.id, theirs)
    _note_in_history(store, freed, now)


def _mentions(id: str, *columns: ColumnElement[str]) -> ColumnElement[bool]:
    return or_(*(column.contains(id) for column in columns))


def _read(store: Store, which: ColumnElement[bool]) -> dict[str, Held]:
    query = select(records).where(
        records.c.owner_id == store.owner_id, records.c.purged_at.is_(None), which
    )
    return {row.id: read_held(row) for row in store.connection.execute(query)}


def _made_in_talks(store: Store, conversations: set[str]) -> dict[str, Held]:
    """Read the promises and problems that name nobody and come from one of these conversations."""
    return {
        id: held
        for id, held in _read(store, records.c.kind.in_(MADE_IN_TALKS)).items()
        if not held.body.get(ABOUT) and held.body.get("conversation_id") in conversations
    }


def _emptied(held: Held, seq: int, now: str) -> Held:
    return held._replace(
        seq=seq,
        body={},
        touches={},
        kept={},
        deleted_at=held.deleted_at or now,
        purged_at=now,
    )


def _freed(held: Held, person_id: str, seq: int) -> Held:
    body = {
        name: value for name, value in without(held.body, {person_id}).items() if value is not None
    }
    touches = {
        name: Touch(seq, NOBODY, as_sent=False, nth=_nth(held, name) + 1)
        for name in held.body
        if body.get(name) != held.body[name]
    }
    kept = {
        name: [entry for entry in entries if person_id not in ids_in(entry)]
        for name, entries in held.kept.items()
    }
    return held._replace(
        seq=seq,
        body=body,
        touches=held.touches | touches,
        kept={name: entries for name, entries in kept.items() if entries},
    )


def _nth(held: Held, name: str) -> int:
    return held.touches[name].nth if name in held.touches else 0


def _clear_history(store: Store, person_id: str, theirs: Iterable[str]) -> None:
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
    return orjson.dumps(without(orjson.loads(value), {person_id})).decode()


def _note_in_history(store: Store, freed: list[Held], now: str) -> None:
    """Say from which seq on a field stands without the person: an older base is merged."""
    history = History(store.connection, store.owner_id)
    for held in freed:
        history.add(
            [
                Revision(
                    record_id=held.id,
                    field=name,
                    seq=held.seq,
                    overwritten=held.body.get(name),
                    as_sent=True,
                    sent=None,
                    device_id=NOBODY,
                    made_at=now,
                    nth=touch.nth,
                )
                for name, touch in held.touches.items()
                if touch.seq == held.seq
            ]
        )
    history.store(utc_now())


def _overwrite_log() -> None:
    """Have SQLite write its log into the file and empty it: there the old content still stood."""
    if db.engine.dialect.name == "sqlite":
        connection = db.engine.raw_connection()
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.close()
