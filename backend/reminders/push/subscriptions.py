"""Where a signed-in browser takes pushes: one place for each session."""

from hashlib import sha256
from uuid import uuid4

from sqlalchemy import delete, select

from backend.accounts.models import Session
from backend.accounts.sessions import idle_since
from backend.db import db, utc_now, write_transaction
from backend.reminders.models import Subscription
from backend.reminders.push.push_sender import PushTarget
from backend.reminders.state import replan_user

Fields = dict[str, str]


def subscribe(owner_id: str, session_id: str, given: Fields) -> None:
    """Take pushes of this session there from now on, and nowhere else. Safe to repeat.

    takes: given, with device_id, endpoint, p256dh, auth and key
    """
    endpoint_hash = sha256(given["endpoint"].encode()).hexdigest()
    with write_transaction() as transaction:
        # A browser in which somebody else signs in takes that one's pushes then.
        is_same = Subscription.endpoint_hash == endpoint_hash
        transaction.execute(
            delete(Subscription).where(is_same | (Subscription.session_id == session_id))
        )
        made = Subscription(id=str(uuid4()), owner_id=owner_id, session_id=session_id, **given)
        made.endpoint_hash, made.made_at = endpoint_hash, utc_now()
        transaction.add(made)
        replan_user(transaction, owner_id)


def unsubscribe(session_id: str) -> None:
    """Send this session nothing any more. Safe to repeat."""
    with write_transaction() as transaction:
        transaction.execute(delete(Subscription).where(Subscription.session_id == session_id))


def remove_subscription(subscription_id: str) -> None:
    """Drop a subscription that its push service knows no more. Safe to repeat."""
    with write_transaction() as transaction:
        transaction.execute(delete(Subscription).where(Subscription.id == subscription_id))


def subscription_of(session_id: str) -> Subscription | None:
    """Give the subscription of a session, if it has one."""
    return db.session.scalar(select(Subscription).filter_by(session_id=session_id))


def is_subscribed(owner_id: str) -> bool:
    """Say whether a user takes pushes anywhere, be it where they have not been for long."""
    query = select(Subscription.id).filter_by(owner_id=owner_id).limit(1)
    return db.session.scalar(query) is not None


def subscriptions_of(owner_ids: set[str]) -> list[Subscription]:
    """Give where these users take pushes, in sessions that are open."""
    query = select(Subscription).join(Session, Session.id == Subscription.session_id)
    mine = Subscription.owner_id.in_(owner_ids)
    return list(db.session.scalars(query.where(mine, Session.seen_at >= idle_since())))


def push_target(subscription: Subscription) -> PushTarget:
    """Give what the sender has to know of a subscription."""
    return PushTarget(
        subscription.endpoint, subscription.p256dh, subscription.auth, subscription.key
    )
