"""The worker of reminders: looks every few seconds for what is due, and sends it."""

import logging
import traceback
from collections.abc import Sequence
from datetime import datetime, timedelta
from threading import Event as Signal

from flask import Flask, current_app

from backend.db import db, utc_now, write_transaction
from backend.reminders.deliver.claim import claim, mark_late_promises, record_retry, replan_batches
from backend.reminders.deliver.deliver import deliver
from backend.reminders.models import Due
from backend.reminders.plan.refresh import refresh
from backend.reminders.session_ends import look_for_session_ends
from backend.reminders.state import changed_users, postpone_user
from backend.sync.purge.erase_account import erase_due_accounts

# Between two looks; a settled promise leaves the other screens about so soon.
LOOK_SECONDS = 5
STEPS_ASIDE_FOR = timedelta(hours=1)

log = logging.getLogger("earshot.reminders")


def remind_now() -> int:
    """Erase accounts and send all that is due now, and return how many items were claimed.

    Safe to repeat.
    """
    try:
        erase_due_accounts()
    except Exception as error:
        # What erases one account must not keep everybody's reminders.
        _log_failure(error)
    if _is_back(utc_now()):
        replan_batches(utc_now())
    for owner_id in changed_users(utc_now()):
        try:
            refresh(owner_id)
        except Exception as error:
            # One user's records must not keep everybody else's reminders.
            _log_failure(error)
            postpone_user(owner_id, utc_now() + STEPS_ASIDE_FOR)
    mark_late_promises(utc_now())
    look_for_session_ends(utc_now())
    count = 0
    while rows := claim(utc_now()):
        _deliver(rows)
        count += len(rows)
    return count


def _is_back(now: datetime) -> bool:
    """Check whether the clock has gone back since the last look; true at the first look too."""
    looks = current_app.extensions
    before, looks["reminded_at"] = looks.get("reminded_at"), now
    return before is None or now < before


def run_worker(app: Flask, over: Signal) -> None:
    """Send reminders until `over` is set; failures are tried again."""
    while not over.is_set():
        with app.app_context():
            try:
                remind_now()
            except Exception as error:
                _log_failure(error)
        over.wait(LOOK_SECONDS)


def _deliver(rows: Sequence[Due]) -> None:
    """Send these items; where that fails, each alone, and postpone the one that fails alone."""
    try:
        deliver(rows)
    except Exception as error:
        _log_failure(error)
        if len(rows) > 1:
            for row in rows:
                _deliver([row])
        else:
            with write_transaction() as transaction:
                record_retry(transaction, rows[0], utc_now() + STEPS_ASIDE_FOR)


def _log_failure(error: Exception) -> None:
    """Roll back, and log where it failed."""
    # An error's message may quote what a person typed; its type and its place do not.
    db.session.rollback()
    places = "".join(traceback.format_tb(error.__traceback__))
    log.error("reminding failed: %s\n%s", type(error).__name__, places)
