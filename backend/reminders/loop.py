"""Reminds for as long as it is left running: looks what is due, and has it announced."""

import logging
import traceback
from threading import Event as Signal

from flask import Flask

from backend.db import utc_now
from backend.reminders.claim import claim, make_late
from backend.reminders.deliver import deliver
from backend.reminders.refresh import refresh
from backend.reminders.state import changed_users

# Between two looks; a settled promise leaves the other screens about so soon.
LOOK_SECONDS = 5

log = logging.getLogger("earshot.reminders")


def remind() -> int:
    """Announce all that is due now, and say how many items were taken for it. Safe to repeat."""
    for owner_id in changed_users():
        try:
            refresh(owner_id)
        except Exception as error:
            # One user's records must not keep everybody else's reminders.
            _say(error)
    make_late(utc_now())
    count = 0
    while rows := claim(utc_now()):
        deliver(rows)
        count += len(rows)
    return count


def keep_reminding(app: Flask, over: Signal) -> None:
    """Remind until it is over; whatever fails is tried again."""
    while not over.is_set():
        try:
            with app.app_context():
                remind()
        except Exception as error:
            _say(error)
        over.wait(LOOK_SECONDS)


def _say(error: Exception) -> None:
    # An error's message may quote what a person typed; its type and its place do not.
    places = "".join(traceback.format_tb(error.__traceback__))
    log.error("reminding failed: %s\n%s", type(error).__name__, places)
