"""Answers one sync round: applies the device's changes, and returns what is new to it."""

from typing import Any

from backend.accounts.models import User
from backend.config import config
from backend.db import db, iso_utc, utc_now, write_transaction
from backend.errors import Code, Refusal
from backend.sync.live.event_stream import notify_devices
from backend.sync.round.batch import Batch, RoundStart
from backend.sync.round.changes_since import ChangesPage, changes_since
from backend.sync.round.history_check import check_history, read_server_state
from backend.sync.round.request import CHANGES_AT_MOST, Round, Sender
from backend.sync.store.record_store import RecordStore
from backend.sync.store.usage import Amount, Usage


def answer_round(owner: User, request: Round, sender: Sender) -> dict[str, Any]:
    """Answer one round. Safe to repeat.

    See docs/sync.md.

    Args:
        owner: The signed-in user.
        request: The round.
        sender: The session that the round came with.

    Raises:
        Refusal: Of the round as a whole; nothing of it was applied.
    """
    if request.account_id != owner.id:
        raise Refusal(Code.WRONG_ACCOUNT)
    if len(request.changes) > CHANGES_AT_MOST:
        raise Refusal(Code.TOO_LARGE)
    if request.changes:
        return _apply_and_answer(request, sender)
    connection = db.session.connection()
    server = read_server_state(connection, request)
    check_history(request, server, owner.head_seq)
    page = changes_since(connection, request, owner.head_seq, owner.head_seq)
    usage = Usage(*(getattr(owner, name) for name in Usage._fields))
    reply = _reply(server.epoch, server.last_number or 0, [], page)
    return {**reply, "head": owner.head_seq, "room": _room(usage)}


def _apply_and_answer(request: Round, sender: Sender) -> dict[str, Any]:
    now = utc_now()
    with write_transaction() as session:
        connection = session.connection()
        store = RecordStore(connection, request.account_id, request.device_id, sender.label)
        head, usage = store.lock_head()
        server = read_server_state(connection, request)
        check_history(request, server, head)
        start = RoundStart(
            head, usage, _quota(), server.last_number or 0, request.last_answered, now
        )
        batch = Batch(store, start)
        results = batch.apply_all(request.changes)
        page = changes_since(connection, request, head, batch.head)
        page.join(batch.records_to_send(request.cursor))
    if batch.has_news:
        notify_devices(request.account_id, sender.session_id)
    reply = _reply(server.epoch, batch.last_number, results, page)
    return {**reply, "head": head, "room": _room(batch.usage)}


def _reply(
    epoch: str, last_number: int, results: list[dict[str, Any]], page: ChangesPage
) -> dict[str, Any]:
    return {
        "epoch": epoch,
        "results": results,
        "records": page.records,
        "cursor": page.cursor,
        "mark": page.mark,
        "more": page.more,
        "last_number": last_number,
        "now": iso_utc(utc_now()),
    }


def _quota() -> Amount:
    return Amount(config().quota_bytes, config().quota_records)


def _room(usage: Usage) -> dict[str, int]:
    quota = _quota()
    used = usage.used(quota)
    return {
        "used_bytes": used.byte_count,
        "max_bytes": quota.byte_count,
        "used_records": used.record_count,
        "max_records": quota.record_count,
    }
