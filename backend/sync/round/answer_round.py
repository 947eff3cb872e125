"""One round: what a device changed is taken in and answered, and what is new goes back."""

from typing import Any

from backend.accounts.models import User
from backend.db import db, iso_utc, utc_now, writing
from backend.errors import Code, Refusal
from backend.sync.live.stream import announce
from backend.sync.round.batch import Batch, Place
from backend.sync.round.changes_since import News, news
from backend.sync.round.history_check import meet, recognise
from backend.sync.round.request import CHANGES_AT_MOST, Round, Sender
from backend.sync.store.record_store import Store


def exchange(owner: User, wanted: Round, sender: Sender) -> dict[str, Any]:
    """Answer one round. Safe to repeat.

    takes: sender, the session that the round came with
    raises: Refusal of the round as a whole; nothing of it was taken then
    source: docs/sync.md
    """
    if wanted.account_id != owner.id:
        raise Refusal(Code.WRONG_ACCOUNT)
    if len(wanted.changes) > CHANGES_AT_MOST:
        raise Refusal(Code.TOO_LARGE)
    if wanted.changes:
        return _take_and_tell(wanted, sender)
    connection = db.session.connection()
    server = meet(connection, wanted)
    recognise(wanted, server, owner.head_seq)
    page = news(connection, wanted, owner.head_seq, owner.head_seq)
    return {**_reply(server.epoch, server.last_number or 0, [], page), "head": owner.head_seq}


def _take_and_tell(wanted: Round, sender: Sender) -> dict[str, Any]:
    now = utc_now()
    with writing() as session:
        connection = session.connection()
        store = Store(connection, wanted.account_id, wanted.device_id, sender.label)
        head = store.take_head()
        server = meet(connection, wanted)
        recognise(wanted, server, head)
        batch = Batch(store, Place(head, server.last_number or 0, wanted.last_answered, now))
        results = batch.take(wanted.changes)
        page = news(connection, wanted, head, batch.head)
        page.join(batch.others(wanted.cursor))
    if batch.has_news:
        announce(wanted.account_id, sender.session_id)
    return {**_reply(server.epoch, batch.last_number, results, page), "head": head}


def _reply(
    epoch: str, last_number: int, results: list[dict[str, Any]], page: News
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
