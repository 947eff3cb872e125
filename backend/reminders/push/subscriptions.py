"""Push subscriptions: one for each session."""

from hashlib import sha256
from hmac import compare_digest
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session as Transaction

from backend.accounts.models import Session
from backend.accounts.session_ends import has_ended
from backend.db import db, lock_table, utc_now, write_transaction
from backend.errors import Code, Refusal
from backend.reminders.models import Subscription
from backend.reminders.push.push_sender import PushTarget
from backend.reminders.state import replan_user

Fields = dict[str, str]


def subscribe(owner_id: str, session_id: str, given: Fields) -> None:
    """Store this session's subscription in place of its former one. Safe to repeat.

    Args:
        owner_id: The user.
        session_id: The user's session in that browser.
        given: The fields device_id, endpoint, p256dh, auth and key.

    Raises:
        Refusal: `endpoint_refused`, where the endpoint is in use by another account and the keys
            are not those that its browser made: then both keep what they have.
    """
    endpoint_hash = sha256(given["endpoint"].encode()).hexdigest()
    with write_transaction() as transaction:
        # Else two could store the same endpoint.
        lock_table(transaction, Subscription)
        _refuse_stolen(transaction, owner_id, endpoint_hash, given)
        # A browser in which somebody else signs in takes that one's pushes then.
        is_same = Subscription.endpoint_hash == endpoint_hash
        transaction.execute(
            delete(Subscription).where(is_same | (Subscription.session_id == session_id))
        )
        made = Subscription(id=str(uuid4()), owner_id=owner_id, session_id=session_id, **given)
        made.endpoint_hash, made.made_at = endpoint_hash, utc_now()
        transaction.add(made)
        replan_user(transaction, owner_id)


def _refuse_stolen(
    transaction: Transaction, owner_id: str, endpoint_hash: str, given: Fields
) -> None:
    others = select(Subscription).where(
        Subscription.endpoint_hash == endpoint_hash, Subscription.owner_id != owner_id
    )
    held = transaction.scalar(others)
    if held is not None and not _same_keys(held, given):
        raise Refusal(Code.ENDPOINT_REFUSED, {"endpoint": "in use with other keys"})


def _same_keys(held: Subscription, given: Fields) -> bool:
    """Check whether the keys are those that the same browser made, with or without padding."""
    pairs = ((held.p256dh, given["p256dh"]), (held.auth, given["auth"]))
    return all(compare_digest(ours.rstrip("="), theirs.rstrip("=")) for ours, theirs in pairs)


def unsubscribe(session_id: str) -> None:
    """Delete this session's subscription. Safe to repeat."""
    with write_transaction() as transaction:
        transaction.execute(delete(Subscription).where(Subscription.session_id == session_id))


def remove_subscription(subscription_id: str) -> None:
    """Delete a subscription that its push service has ended. Safe to repeat."""
    with write_transaction() as transaction:
        transaction.execute(delete(Subscription).where(Subscription.id == subscription_id))


def subscription_of(session_id: str) -> Subscription | None:
    """Return the subscription of a session, if it has one."""
    return db.session.scalar(select(Subscription).filter_by(session_id=session_id))


def is_subscribed(owner_id: str) -> bool:
    """Check whether a user has any subscription, also in sessions that are idle."""
    query = select(Subscription.id).filter_by(owner_id=owner_id).limit(1)
    return db.session.scalar(query) is not None


def subscriptions_of(owner_ids: set[str]) -> list[Subscription]:
    """Return the subscriptions of these users' open sessions."""
    query = select(Subscription, Session).join(Session, Session.id == Subscription.session_id)
    found = db.session.execute(query.where(Subscription.owner_id.in_(owner_ids)))
    return [one for one, session in found if not has_ended(session, utc_now())]


def push_target(subscription: Subscription) -> PushTarget:
    """Return what the sender needs of a subscription."""
    return PushTarget(
        subscription.endpoint, subscription.p256dh, subscription.auth, subscription.key
    )
