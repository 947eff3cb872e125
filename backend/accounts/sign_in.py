"""Checks passwords within the rate limits: of whoever signs in, and of whoever is signed in."""

from datetime import timedelta

from sqlalchemy import select, update

from backend.accounts.kept_rate_limits import Limit, count_attempt, forget_attempts, take_back
from backend.accounts.models import User
from backend.accounts.passwords import hash_password, is_correct_password, needs_rehash
from backend.db import db, write_transaction
from backend.errors import Code, Refusal

# Of failed attempts only: one that succeeds takes itself back.
BY_EMAIL = Limit("email", 10, timedelta(minutes=15))
BY_ADDRESS = Limit("address", 50, timedelta(minutes=15))
# Counted apart: strangers who know an e-mail must not lock what its user does when signed in.
BY_SESSION = Limit("session", 10, timedelta(minutes=15))


def sign_in(email: str, password: str, address: str) -> User:
    """Return the user with this e-mail and password.

    Args:
        email: The address, normalized.
        password: What was typed.
        address: The network address that the attempt comes from.

    Raises:
        Refusal: `too_many`, or `wrong_password` also for an unknown e-mail.
    """
    count_attempt((BY_EMAIL, email), (BY_ADDRESS, address))
    user = db.session.scalar(select(User).filter_by(email=email))
    if not is_correct_password(password, user.password_hash if user else None) or user is None:
        raise Refusal(Code.WRONG_PASSWORD)
    with write_transaction() as transaction:
        forget_attempts(transaction, BY_EMAIL, email)
        take_back(transaction, BY_ADDRESS, address)
    _renew_hash(user, password)
    return user


def check_own_password(user: User, session_id: str, password: str) -> None:
    """Check the password of whoever uses a session.

    Args:
        user: The user of the session.
        session_id: The session, which its guesses are counted for.
        password: What was typed.

    Raises:
        Refusal: `too_many` or `wrong_password`.
    """
    count_attempt((BY_SESSION, session_id))
    if not is_correct_password(password, user.password_hash):
        raise Refusal(Code.WRONG_PASSWORD)
    with write_transaction() as transaction:
        forget_attempts(transaction, BY_SESSION, session_id)
    _renew_hash(user, password)


def _renew_hash(user: User, password: str) -> None:
    if needs_rehash(user.password_hash):
        renewed = {"password_hash": hash_password(password)}
        with write_transaction() as transaction:
            transaction.execute(update(User).filter_by(id=user.id).values(renewed))
