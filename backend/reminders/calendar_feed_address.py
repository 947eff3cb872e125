"""The secret address of a user's calendar feed: created, revoked, and looked up."""

import secrets
from collections.abc import Iterable, Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from backend.accounts.change_password import access_ended
from backend.accounts.sessions import hash_token
from backend.db import db, utc_now, write_transaction
from backend.errors import Code, Refusal
from backend.reminders.channel import Address, Channel
from backend.reminders.models import Feed, ReminderState
from backend.reminders.state import replan_user

FEED = "feed"


class FeedChannel(Channel):
    """A calendar that reads what is due: nothing is sent to it."""

    def can_reach(self, user: ReminderState) -> bool:
        """Check whether a user has a feed."""
        return feed_of(user.owner_id) is not None

    def addresses(self, users: Mapping[str, ReminderState]) -> Iterable[Address]:
        """Return the feeds of these users."""
        owners = select(Feed.owner_id).where(Feed.owner_id.in_(users))
        return [Address(FEED, owner_id) for owner_id in db.session.scalars(owners)]


def create_feed(owner_id: str) -> str:
    """Create a new address in place of the old one, and return its token, kept only as a hash."""
    token = secrets.token_urlsafe(32)
    with write_transaction() as transaction:
        transaction.execute(delete(Feed).filter_by(owner_id=owner_id))
        transaction.add(Feed(owner_id=owner_id, token_hash=hash_token(token), made_at=utc_now()))
        replan_user(transaction, owner_id)
    return token


def revoke_feed(owner_id: str) -> None:
    """Revoke the address. Safe to repeat."""
    with write_transaction() as transaction:
        _revoke(None, transaction, owner_id)


@access_ended.connect
def _revoke(_sender: object, transaction: Session, user_id: str) -> None:
    transaction.execute(delete(Feed).filter_by(owner_id=user_id))


def feed_of(owner_id: str) -> Feed | None:
    """Return the feed of a user, if there is one."""
    return db.session.get(Feed, owner_id)


def feed_owner(token: str) -> str:
    """Return the user whose feed has this token.

    Raises:
        Refusal: `not_found`.
    """
    found = db.session.scalar(select(Feed.owner_id).filter_by(token_hash=hash_token(token)))
    if found is None:
        raise Refusal(Code.NOT_FOUND)
    return found
