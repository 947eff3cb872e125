"""Erases accounts for good once nobody can take it back any more, in small steps."""

import time
from datetime import timedelta

from sqlalchemy import Table, delete, select, tuple_, update

from backend.accounts.erasure import DAYS_TO_TAKE_BACK, end_sessions_for_good
from backend.accounts.kept_rate_limits import forget_attempts
from backend.accounts.models import Erasure, User
from backend.accounts.sign_in import BY_EMAIL
from backend.db import Model, db, overwrite_log, utc_now, write_transaction
from backend.sync.purge.purge_list import add_erased_account, read_erased_accounts

DAY = timedelta(days=1)
# So many rows are deleted at once; then whoever waits to write has a turn.
ROWS_A_STEP = 500
PAUSE_SECONDS = 0.02
OWNER_COLUMNS = ("owner_id", "user_id")


def erase_due_accounts() -> None:
    """Erase all accounts that are due. Safe to repeat, and goes on where it was interrupted."""
    for erasure in db.session.scalars(select(Erasure)).all():
        if erasure.final_at is not None or _is_due(erasure):
            erase_account(erasure.user_id)
        else:
            _count_day(erasure)


def erase_account(user_id: str) -> None:
    """Erase an account now: its rows in every table, and last the user."""
    _make_final(user_id)
    add_erased_account(user_id)
    for table in reversed(Model.metadata.sorted_tables):
        owner = next((table.c[name] for name in OWNER_COLUMNS if name in table.c), None)
        if owner is None or table.name == Erasure.__tablename__:
            continue
        while _delete_some(table, owner.name, user_id):
            time.sleep(PAUSE_SECONDS)
    with write_transaction() as transaction:
        transaction.execute(delete(User).filter_by(id=user_id))
    overwrite_log()


def erase_again() -> None:
    """Erase accounts that are back because an older copy of the database was restored."""
    erased = read_erased_accounts()
    for user_id in db.session.scalars(select(User.id).order_by(User.id)).all():
        if user_id in erased:
            erase_account(user_id)


def _is_due(erasure: Erasure) -> bool:
    is_past = utc_now() - erasure.asked_at >= DAY * DAYS_TO_TAKE_BACK
    return is_past and erasure.days_count >= DAYS_TO_TAKE_BACK


def _count_day(erasure: Erasure) -> None:
    """Count a day at most once a day, so that a clock that jumps ahead erases nobody at once."""
    now = utc_now()
    is_over, is_ahead = now - erasure.counted_at >= DAY, now < erasure.counted_at
    if is_over or is_ahead:
        counted = {"days_count": Erasure.days_count + int(is_over), "counted_at": now}
        same = {"user_id": erasure.user_id, "counted_at": erasure.counted_at}
        with write_transaction() as transaction:
            transaction.execute(update(Erasure).filter_by(**same).values(counted))


def _make_final(user_id: str) -> None:
    """End all access, and free the e-mail."""
    now = utc_now()
    with write_transaction() as transaction:
        user = transaction.get(User, user_id, with_for_update=True)
        if user is None:
            return
        erasure = transaction.get(Erasure, user_id, with_for_update=True, populate_existing=True)
        if erasure is None:
            erasure = Erasure(user_id=user_id, asked_at=now, days_count=0, counted_at=now)
            transaction.add(erasure)
        erasure.final_at = erasure.final_at or now
        end_sessions_for_good(transaction, user_id)
        forget_attempts(transaction, BY_EMAIL, user.email)
        user.email, user.password_hash = f"erased {user_id}", ""


def _delete_some(table: Table, owner_column: str, user_id: str) -> int:
    """Delete some rows of a user in one transaction, and return how many."""
    key = tuple_(*table.primary_key.columns)
    some = select(*table.primary_key.columns).where(table.c[owner_column] == user_id)
    with write_transaction() as transaction:
        some_rows = delete(table).where(key.in_(some.limit(ROWS_A_STEP)))
        return transaction.connection().execute(some_rows).rowcount
