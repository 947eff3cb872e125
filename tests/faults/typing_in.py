"""What a person does on a device: record and outbox row are stored together, without a network."""

from typing import Any

from tests.faults.storage import Contents, Refused, Row, Stored


def set_fields(contents: Contents, record: Stored, fields: dict[str, Any], made_at: str) -> Row:
    """Set fields, with what was refused before, and return the row that carries them."""
    rows = contents.rows(record.id)
    if rows and rows[-1].number is None and rows[-1].action == "delete":
        contents.outbox.remove(rows.pop())
    is_unsaid = not rows and record.seq == 0
    unsaid = record.body if is_unsaid else _refused(record, rows)
    row = add(contents, record, Change("set", {**unsaid, **fields}, made_at))
    if is_unsaid:
        row.was = dict.fromkeys(row.set or {})
    elif record.refused:
        # What stands there is what was refused; what the server has stood there before it.
        row.was |= {name: value for name, value in record.refused.was.items() if name in fields}
    record.body = laid_over(record.body, fields)
    record.kept = {name: said for name, said in record.kept.items() if name not in fields}
    record.refused, record.is_deleted = None, False
    return row


def delete(contents: Contents, record: Stored, made_at: str) -> list[Row]:
    """Delete a record, and return the rows that were taken back because they were never sent."""
    rows, taken_back = contents.rows(record.id), []
    if is_unheard_of(record, rows):
        taken_back = rows
    elif rows and rows[-1].number is None and rows[-1].action == "restore":
        taken_back = [rows[-1]]
    else:
        add(contents, record, Change("delete", None, made_at))
    contents.outbox = [row for row in contents.outbox if row not in taken_back]
    record.is_deleted = True
    return taken_back


def restore(contents: Contents, record: Stored, made_at: str) -> Row | None:
    """Restore a deleted record, and return the row that carries all of it, if one has to."""
    rows, row = contents.rows(record.id), None
    record.is_deleted = False
    if rows and rows[-1].number is None and rows[-1].action == "delete":
        contents.outbox.remove(rows[-1])
    elif is_unheard_of(record, rows):
        row = add(contents, record, Change("set", dict(record.body), made_at))
        row.was = dict.fromkeys(record.body)
    else:
        add(contents, record, Change("restore", None, made_at))
    return row


class Change:
    """What one row is to carry."""

    def __init__(self, action: str, fields: dict[str, Any] | None, made_at: str) -> None:
        self.action, self.fields, self.made_at = action, fields, made_at


def add(contents: Contents, record: Stored, change: Change, folds: bool = True) -> Row:
    """Put a change at the end of the outbox, or into the record's last row while it is unsent."""
    rows, fields = contents.rows(record.id), change.fields or {}
    was = {name: record.body.get(name) for name in fields}
    base_seq = _seen_at(record, rows, fields)
    last = rows[-1] if rows else None
    if folds and last and _can_take(last, base_seq) and change.action == "set":
        last.set, last.was = {**(last.set or {}), **fields}, {**was, **last.was}
        return last
    contents.last_order += 1
    row = Row(
        order=contents.last_order,
        kind=record.kind,
        id=record.id,
        action=change.action,
        set=change.fields,
        was=was,
        base_seq=base_seq,
        made_at=change.made_at,
    )
    contents.outbox.append(row)
    return row


def laid_over(body: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """Return a body with these fields set; None clears one."""
    return {name: value for name, value in {**body, **fields}.items() if value is not None}


def is_unheard_of(record: Stored, rows: list[Row]) -> bool:
    """Check whether the server cannot have heard of a record."""
    return record.seq == 0 and all(row.number is None for row in rows)


def _can_take(row: Row, base_seq: int) -> bool:
    return row.number is None and row.action == "set" and row.base_seq == base_seq


def _seen_at(record: Stored, rows: list[Row], fields: dict[str, Any]) -> int:
    """Return which state the person has seen: of a field typed before, the one before that."""
    typed: list[Row | Refused] = [*rows, *([record.refused] if record.refused else [])]
    same = [one.base_seq for one in typed if fields.keys() & (one.set or {}).keys()]
    return min([record.seq, *(seq for seq in same if seq is not None)])


def _refused(record: Stored, rows: list[Row]) -> dict[str, Any]:
    """Return what was refused, but not where the person has typed anew since."""
    refused = record.refused.set if record.refused else {}
    anew = {name for row in rows for name in row.set or {}}
    return {name: value for name, value in refused.items() if name not in anew}
