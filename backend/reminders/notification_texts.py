"""The texts and tags of notifications and of the daily e-mail; discreet ones hold initials only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

QUOTE_CHARACTERS = 160
LINES_AT_MOST = 8
NUDGES = {
    "plan_1": "Thank {}",
    "plan_8": "Offer {} your help",
    "plan_30": "Ask {} how it went",
    "rhythm": "Get in touch with {}",
}
SOMEONE = "someone"

Sort = Literal["promise", "theirs", "nudge", "recall"]
COUNTED: dict[Sort, tuple[str, str]] = {
    "promise": ("promise is due", "promises are due"),
    "theirs": ("thing is owed to you", "things are owed to you"),
    "nudge": ("person to get in touch with", "people to get in touch with"),
    "recall": ("event to recall", "events to recall"),
}
DISCREET: dict[Sort, str] = {
    "promise": "A promise is due",
    "theirs": "Something is owed to you",
    "nudge": "Someone to get in touch with",
    "recall": "An event to recall",
}


@dataclass(frozen=True)
class BatchLine:
    """One line of a batch: its text, whom it names, and where it leads."""

    sort: Sort
    text: str
    names: Sequence[str]
    path: str


def follow_up_push(
    id: str, said: tuple[str, str], names: Sequence[str], *, is_discreet: bool
) -> dict[str, Any]:
    """Return the payload for a promise of the user's.

    Args:
        id: The follow-up.
        said: What was promised, and the problem in the other's words.
        names: Whom it was promised to.
        is_discreet: Whether to show initials only.
    """
    what, quote = said
    quoted = f"\nThey said: “{shorten(quote, QUOTE_CHARACTERS)}”" if quote else ""
    words = {"title": join_names(names), "body": f"{what or 'You promised something.'}{quoted}"}
    if is_discreet or not names:
        words["title"] = "A promise is due"
    if is_discreet:
        words["body"] = initials(names)
    kind = {"kind": "follow_up", "id": id, "tag": f"follow_up-{id}"}
    return {**kind, **words, "path": f"/follow-ups/{id}", "actions": ["done", "tomorrow"]}


def closed_push(id: str) -> dict[str, Any]:
    """Return the payload that removes a promise's notification."""
    words = {"title": "Taken care of", "body": ""}
    kind = {"kind": "done", "id": id, "tag": f"follow_up-{id}"}
    return {**kind, **words, "path": f"/follow-ups/{id}", "actions": []}


def batch_push(day: str, lines: Sequence[BatchLine], *, is_discreet: bool) -> dict[str, Any]:
    """Return the payload of a day's batch."""
    only = lines[0] if len(lines) == 1 else None
    title = line_title(only, is_discreet=is_discreet) if only else count_lines(lines)
    body = "" if only else _texts(lines)
    if is_discreet and not only:
        body = initials(name for line in lines for name in line.names)
    return {
        "kind": "batch",
        "id": day,
        "tag": f"batch-{day}",
        "title": title,
        "body": body,
        "path": only.path if only else "/follow-ups",
        "actions": [],
    }


def trial_push(id: str) -> dict[str, Any]:
    """Return the payload of a trial push."""
    words = {"title": "It works", "body": "Reminders arrive on this device."}
    return {"kind": "test", "id": id, "tag": "test", **words, "path": "/account", "actions": []}


def session_end_push(id: str, ends_on: date, *, is_unused: bool) -> dict[str, Any]:
    """Return the payload for a device that is about to be signed out.

    Args:
        id: The session.
        ends_on: The day.
        is_unused: Whether it ends because nobody used it, so that opening the app prevents it.
    """
    how = "Open Earshot before then to stay signed in."
    if not is_unused:
        how = "Then sign in again. Your notes stay on it."
    words = {
        "title": "This device will be signed out",
        "body": f"It happens on {ends_on:%a %-d %b}. {how}",
    }
    return {
        "kind": "session",
        "id": id,
        "tag": "session",
        **words,
        "path": "/account",
        "actions": [],
    }


def mail_text(lines: Sequence[BatchLine], *, is_discreet: bool) -> str:
    """Return the text of the daily e-mail."""
    told = [count_lines(lines)] if is_discreet else [f"- {line.text}" for line in lines]
    return "\n".join(
        ["Today:", "", *told, "", "Open Earshot to mark things done, or to change these e-mails."]
    )


def line_of_follow_up(
    id: str, said: tuple[Literal["me", "them"], str], due_on: date, names: Sequence[str]
) -> BatchLine:
    """Return the line of a promise, or of something owed to the user.

    Args:
        id: The follow-up.
        said: Who owes it, and what.
        due_on: The day on which it is due where the user is.
        names: Whom it is about.
    """
    owed_by, what = said
    path = f"/follow-ups/{id}"
    if owed_by == "them":
        return BatchLine(
            "theirs", f"{join_names(names) or 'Someone'} owes you: {what}", names, path
        )
    who = f"{join_names(names)}: " if names else ""
    return BatchLine("promise", f"{who}{what} (due {due_on:%a %-d %b})", names, path)


def line_of_nudge(id: str, why: str, name: str) -> BatchLine:
    """Return the line that suggests getting in touch."""
    return BatchLine("nudge", NUDGES[why].format(name), [name], f"/people/{id}")


def line_of_recall(id: str, event: str) -> BatchLine:
    """Return the line of the morning after an event."""
    return BatchLine("recall", f"Recall who you met at {event or 'the event'}", [], f"/recall/{id}")


def line_title(line: BatchLine, *, is_discreet: bool) -> str:
    """Return the text of one line; discreet ones with initials only."""
    if not is_discreet:
        return line.text
    short = initials(line.names)
    return f"{DISCREET[line.sort]} ({short})" if short else DISCREET[line.sort]


def count_lines(lines: Sequence[BatchLine]) -> str:
    """Count the lines of each sort, as in "1 promise is due, 2 events to recall"."""
    sorts = [line.sort for line in lines]
    counts = {sort: sorts.count(sort) for sort in COUNTED if sort in sorts}
    return ", ".join(f"{count} {COUNTED[sort][count > 1]}" for sort, count in counts.items())


def join_names(names: Sequence[str]) -> str:
    """Join names, as in "Ana, Li and Ben"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def initials(names: Iterable[str]) -> str:
    """Return the initials of each name, as in "AB, L"."""
    short = ("".join(word[0] for word in name.split()[:3]).upper() for name in names)
    return ", ".join(dict.fromkeys(one for one in short if one))


def shorten(text: str, characters: int) -> str:
    """Shorten a text at a word boundary where it is longer than this."""
    one_line = " ".join(text.split())
    if len(one_line) <= characters:
        return one_line
    return one_line[:characters].rpartition(" ")[0].rstrip(",;:.") + "…"


def _texts(lines: Sequence[BatchLine]) -> str:
    shown = [line.text for line in lines[:LINES_AT_MOST]]
    more = len(lines) - len(shown)
    return "\n".join([*shown, *([f"and {more} more"] if more else [])])
