"""The secret address of a user's calendar feed: made, voided, found, and not asked too often."""

import secrets
import time
from collections import Counter
from collections.abc import Collection
from threading import Lock

from sqlalchemy import delete, select

from backend.accounts.sessions import hash_of
from backend.db import db, utc_now, writing
from backend.errors import Code, Refusal
from backend.reminders.models import Feed
from backend.reminders.state import look_anew

MOST_PER_MINUTE = 30
MINUTE_SECONDS = 60


def make_feed(owner_id: str) -> str:
    """Make a new address and give its token, which is kept nowhere else; the last one is void."""
    token = secrets.token_urlsafe(32)
    with writing() as transaction:
        transaction.execute(delete(Feed).filter_by(owner_id=owner_id))
        transaction.add(Feed(owner_id=owner_id, token_hash=hash_of(token), made_at=utc_now()))
        look_anew(transaction, owner_id)
    return token


def end_feed(owner_id: str) -> None:
    """Void the address. Safe to repeat."""
    with writing() as transaction:
        transaction.execute(delete(Feed).filter_by(owner_id=owner_id))


def feed_of(owner_id: str) -> Feed | None:
    """Give the feed of a user, if there is one."""
    return db.session.get(Feed, owner_id)


def owners_with_feed(owner_ids: Collection[str]) -> list[str]:
    """Give those of these users who have a feed."""
    return list(db.session.scalars(select(Feed.owner_id).where(Feed.owner_id.in_(owner_ids))))


def owner_of(token: str) -> str:
    """Give whose feed this is; raises Refusal with not_found."""
    found = db.session.scalar(select(Feed.owner_id).filter_by(token_hash=hash_of(token)))
    if found is None:
        raise Refusal(Code.NOT_FOUND)
    return found


class Pace:
    """How often each address asked within this minute, in this process."""

    def __init__(self) -> None:
        self._guard, self._minute = Lock(), 0
        self._asked: Counter[str] = Counter()

    def count(self, address: str) -> None:
        """Count one more; raises Refusal with too_many."""
        minute = int(time.monotonic() // MINUTE_SECONDS)
        with self._guard:
            if minute != self._minute:
                self._minute, self._asked = minute, Counter()
            self._asked[address] += 1
            if self._asked[address] > MOST_PER_MINUTE:
                raise Refusal(Code.TOO_MANY, retry_after_seconds=MINUTE_SECONDS)
