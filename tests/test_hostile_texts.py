"""Whatever reads a text of people takes time that grows with the text, and no faster."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest

from backend.accounts.emails import normalize_email
from backend.accounts.password_strength import weakness
from backend.accounts.session_labels import session_label
from backend.errors import Refusal
from backend.http.request_body import _parse
from backend.reminders.calendar_feed import _entry, _folded
from backend.reminders.notification_texts import initials, line_of_follow_up, shorten
from backend.reminders.push.push_services import origin_of
from backend.schema.validate import validate_fields

SHAPES = {
    "line breaks": "\n",
    "spaces": " ",
    "tabs": "\t",
    "quotes": '"',
    "brackets": "[",
    "commas": ",",
    "digits": "7",
    "colons": ":",
    "backslashes": "\\",
    "at signs": "@",
    "host names": "a.",
    "slashes": "/",
    "BEGIN": "BEGIN:VEVENT\n",
    "combining marks": "e\u0301\u0323",
    "marks alone": "\u0301",
    "emoji": "👩‍💻",
    "right to left": "שלום ",
    "one word": "a",
    "short words": "a b ",
    "no spaces between words": "日",
}
# Each four times as long as the one before: linear work grows fourfold, quadratic sixteenfold.
LENGTHS = (3_000, 12_000, 48_000)
MOST_GROWTH = 9
TOO_LITTLE_TO_COMPARE_SECONDS = 0.05
TRIES = 4
NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize("shape", SHAPES)
def test_reading_grows_with_a_hostile_text_and_no_faster(shape: str) -> None:
    pattern = SHAPES[shape]
    texts = [(pattern * length)[:length] for length in LENGTHS]

    assert [name for name, read in READERS.items() if not _is_linear(read, texts)] == []


def _is_linear(read: Callable[[str], object], texts: list[str]) -> bool:
    before = float("inf")
    for text in texts:
        took = min(_seconds(read, text) for _ in range(TRIES))
        if took > max(TOO_LITTLE_TO_COMPARE_SECONDS, MOST_GROWTH * before):
            return False
        before = max(took, 0.001)
    return True


def _seconds(read: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    with suppress(Refusal, ValueError):
        read(text)
    return time.process_time() - begun


# Merging is not linear but bounded: backend/sync/merge/effort.py.
READERS: dict[str, Callable[[str], object]] = {
    "e-mail": normalize_email,
    "e-mail with a host": lambda text: normalize_email(f"ada@{text}.org"),
    "password": lambda text: weakness(text, "ada@example.org"),
    "user agent": session_label,
    "JSON": lambda text: _parse(text.encode()),
    "JSON in a string": lambda text: _parse(f'{{"a": "{text}'.encode()),
    "fields": lambda text: validate_fields("person", {"name": text, "notes": text, "ring": text}),
    "moment": lambda text: validate_fields("event", {"starts_at": text}),
    "endpoint": lambda text: origin_of(f"https://{text}/"),
    "shorten": lambda text: shorten(text, 160),
    "initials": lambda text: initials([text]),
    "line of a promise": lambda text: line_of_follow_up(
        "a", ("me", text), date(2026, 11, 23), [text]
    ),
    "feed": lambda text: [_folded(line) for line in _entry("a", "2026-11-23", text, NOW)],
}
