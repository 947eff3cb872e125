"""The text of the calendar feed (RFC 5545): follow-ups on their day, nudges of the next weeks."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from backend.db import db, utc_now
from backend.reminders.deliver.context import MessageContext, name_of, read_context
from backend.reminders.models import Due
from backend.reminders.notification_texts import (
    SOMEONE,
    line_of_nudge,
    line_title,
)
from backend.reminders.state import read_users
from backend.schema.kinds import FollowUp
from backend.sync.models import records

LINE_BYTES = 75
NUDGES_AHEAD = timedelta(days=60)
# Outlook and Google read only the second name, newer programs the first (RFC 7986).
NAMES = ("NAME:Earshot", "X-WR-CALNAME:Earshot")
HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Earshot//Feed//EN", *NAMES)
# A text has no control characters (RFC 5545, section 3.3.11). Some programs also end a line at
# U+0085, U+2028 and U+2029.
CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " ")
ESCAPED = CONTROLS | str.maketrans(
    {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": "", "\t": "\t"}
)


def feed_text(owner_id: str) -> bytes:
    """Return the iCalendar text of one user."""
    now = utc_now()
    follow_ups, nudges = _follow_ups(owner_id), _nudges(owner_id, now)
    keys = [(owner_id, id) for id in (*follow_ups, *(nudge.record_id for nudge in nudges))]
    context = read_context(read_users({owner_id}), keys, now)
    lines = list(HEAD)
    for id in follow_ups:
        lines += _follow_up(context, (owner_id, id), now)
    for nudge in nudges:
        lines += _nudge(context, nudge, now)
    return b"".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _follow_ups(owner_id: str) -> list[str]:
    """Return the ids of the open follow-ups with a due date."""
    query = select(records.c.id).where(
        records.c.owner_id == owner_id,
        records.c.kind == "follow_up",
        records.c.due_at.is_not(None),
        records.c.deleted_at.is_(None),
    )
    return list(db.session.scalars(query.order_by(records.c.id)))


def _nudges(owner_id: str, now: datetime) -> list[Due]:
    mine = select(Due).filter_by(owner_id=owner_id).where(Due.what.in_(("nudge", "nudged")))
    return list(db.session.scalars(mine.where(Due.at <= now + NUDGES_AHEAD).order_by(Due.at)))


def _follow_up(context: MessageContext, key: tuple[str, str], now: datetime) -> Iterator[str]:
    due = FollowUp.next_due(context.bodies.get(key, {}))
    line = context.line_of_follow_up(key)
    if due and line:
        title = line_title(line, is_discreet=_is_discreet(context, key[0]))
        yield from _entry(key[1], due, title, now)


def _nudge(context: MessageContext, nudge: Due, now: datetime) -> Iterator[str]:
    person = context.bodies.get((nudge.owner_id, nudge.record_id))
    if person is not None:
        due_on = nudge.value
        line = line_of_nudge(nudge.record_id, nudge.why, name_of(person) or SOMEONE)
        title = line_title(line, is_discreet=_is_discreet(context, nudge.owner_id))
        yield from _entry(f"{nudge.record_id}-{due_on}", due_on, title, now)


def _is_discreet(context: MessageContext, owner_id: str) -> bool:
    return owner_id not in context.users or context.users[owner_id].is_discreet


def _entry(id: str, due: str, title: str, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{id}@earshot"
    yield f"DTSTAMP:{_moment(now)}"
    if "T" in due:
        yield f"DTSTART:{_moment(datetime.fromisoformat(due))}"
        yield "DURATION:PT15M"
    else:
        yield f"DTSTART;VALUE=DATE:{due.replace('-', '')}"
    yield f"SUMMARY:{title.translate(ESCAPED)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _moment(moment: datetime) -> str:
    basic = moment.astimezone(UTC).isoformat(timespec="seconds")
    return basic.replace("-", "").replace(":", "")[:15] + "Z"


def _folded(line: str) -> bytes:
    """Fold a line that is too long, never within a character (RFC 5545, section 3.1)."""
    parts, part = [], b""
    for letter in line:
        raw = letter.encode()
        if len(part) + len(raw) > LINE_BYTES:
            parts.append(part)
            part = b" "
        part += raw
    return b"\r\n".join([*parts, part]) + b"\r\n"
