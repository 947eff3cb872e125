"""How a device takes an answer in: what was answered goes, news is put, what was typed stays."""

from typing import Any

from tests.faults.put_back import find_again, resend_lost
from tests.faults.storage import Contents, Refused, Row, Stored
from tests.faults.typing_in import laid_over

Reply = dict[str, Any]


def settle(contents: Contents, reply: Reply) -> None:
    """Take one answer in."""
    for result in reply["results"]:
        _settle_change(contents, result)
    for news in reply["records"]:
        _take_in(contents, news)
    if contents.is_resyncing and not reply["more"]:
        resend_lost(contents)
        contents.is_resyncing = False
    contents.epoch, contents.cursor, contents.mark = (
        reply["epoch"],
        reply["cursor"],
        reply["mark"],
    )
    if contents.cursor > contents.marks[-1][0] if contents.marks else contents.mark:
        contents.marks.append((contents.cursor, contents.mark))
    answered = [result["number"] for result in reply["results"]]
    contents.last_answered = max([contents.last_answered, *answered])


def _settle_change(contents: Contents, result: dict[str, Any]) -> None:
    row = next((row for row in contents.outbox if row.number == result["number"]), None)
    if row is None:
        return
    contents.outbox.remove(row)
    record = contents.records[row.id]
    if result["outcome"] == "rejected":
        _refuse(record, row, result["code"])
        return
    if record.refused:
        record.refused = _left_refused(record.refused, row)
    record.seq = max(record.seq, result["seq"])


def _refuse(record: Stored, row: Row, code: str) -> None:
    if row.action == "delete" and code in ("no_record", "purged"):
        return
    before = record.refused or Refused(code, row.action, {}, {}, row.base_seq)
    record.refused = Refused(
        before.code if code == "no_record" else code,
        row.action,
        {**before.set, **(row.set or {})},
        {**row.was, **before.was},
        min(row.base_seq, row.base_seq if before.base_seq is None else before.base_seq),
    )
    record.is_deleted = record.is_deleted and row.action != "delete"


def _left_refused(refused: Refused, row: Row) -> Refused | None:
    left, was = (
        {n: v for n, v in f.items() if n not in (row.set or {})} for f in (refused.set, refused.was)
    )
    kept = Refused(refused.code, refused.action, left, was, refused.base_seq)
    return kept if left else None


def _take_in(contents: Contents, news: dict[str, Any]) -> None:
    record = contents.record(news["id"])
    if record is not None and record.adrift == "above":
        find_again(contents, record, news)
        return
    if record is None:
        record = contents.records[news["id"]] = Stored(news["id"], news["kind"])
    elif not record.adrift and record.seq > news["seq"]:
        return
    rows, body = contents.rows(record.id), news["body"]
    for row in rows:
        row.was = {name: body.get(name) for name in row.set or {}}
        body = laid_over(body, row.set or {})
    if record.refused:
        record.refused.was = {name: news["body"].get(name) for name in record.refused.set}
        typed = {name for row in rows for name in row.set or {}}
        unmended = record.refused.set.items()
        body = laid_over(body, {name: value for name, value in unmended if name not in typed})
    record.seq, record.kept, record.adrift = news["seq"], news.get("kept", {}), None
    _show(record, news, (rows, body))


def _show(record: Stored, news: dict[str, Any], typed: tuple[list[Row], dict[str, Any]]) -> None:
    rows, body = typed
    if news["deleted_at"] is None:
        record.body = body
        record.is_deleted = bool(rows) and rows[-1].action == "delete" and record.is_deleted
    elif not rows and not record.refused:
        record.is_deleted = True
