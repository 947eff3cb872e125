"""What a device does when the server was put back: it pulls all and sends what lacks there."""

from typing import Any

from tests.faults.storage import Contents, Stored
from tests.faults.typing_in import Change, add

MADE_AT = "2026-05-04T18:30:00.000Z"


def begin_again(contents: Contents, head: int) -> None:
    """Count every record as not found again, and take a new device id.

    Args:
        contents: What the device holds.
        head: The newest seq up to which this server's history is known to be ours.
    """
    contents.marks = [(cursor, mark) for cursor, mark in contents.marks if cursor <= head]
    for record in contents.records.values():
        if record.seq == 0:
            continue
        is_above = record.seq > head or record.adrift == "above"
        record.adrift = "above" if is_above else "below"
        if record.refused:
            record.refused.base_seq = None
        record.seq = min(record.seq, head)
    forget_numbers(contents, 0)
    contents.begin_anew()
    contents.is_resyncing = True


def forget_numbers(contents: Contents, above: int) -> None:
    """Take the numbers above this one back from the rows that have them."""
    for row in contents.outbox:
        if row.number is not None and row.number > above:
            row.number = None


def find_again(contents: Contents, record: Stored, news: dict[str, Any]) -> None:
    """Meet a record whose newest state the server has forgotten: ours goes up as what differs.

    It stands on what both still share, so that what was said there since is merged.
    """
    record.seq, record.adrift = min(record.seq, news["seq"]), None
    is_gone = news["deleted_at"] is not None
    theirs = {} if is_gone else news["body"]
    differing = {
        name: record.body.get(name)
        for name in {**theirs, **record.body}
        if theirs.get(name) != record.body.get(name)
    }
    _forget_rows(contents, record)
    if record.is_deleted and not is_gone:
        add(contents, record, Change("delete", None, MADE_AT))
    elif not record.is_deleted:
        _send_again(contents, record, differing if differing or is_gone else None)
    record.seq, record.kept = news["seq"], news.get("kept", {})


def resend_lost(contents: Contents) -> None:
    """Send whole what the server lacks; nothing is deleted for being absent there."""
    for record in contents.records.values():
        if record.adrift:
            record.seq, record.adrift = 0, None
            _forget_rows(contents, record)
            if not record.is_deleted:
                _send_again(contents, record, dict(record.body))
            record.kept = {}


def _send_again(contents: Contents, record: Stored, fields: dict[str, Any] | None) -> None:
    """Send what others said beside a value first, for the history, and then what stands here."""
    said = [
        {name: entry["value"]}
        for name, entries in record.kept.items()
        for entry in entries
        if "value" in entry
    ]
    whole = {name: record.body.get(name) for one in said for name in one} | (fields or {})
    for one in [*said, *([] if fields is None and not said else [whole])]:
        add(contents, record, Change("set", one, MADE_AT), folds=False)


def _forget_rows(contents: Contents, record: Stored) -> None:
    """Drop what waits: what takes its place carries it too."""
    contents.outbox = [row for row in contents.outbox if row.id != record.id]
