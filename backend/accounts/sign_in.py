"""Checks an e-mail and a password, within the rate limit."""

from sqlalchemy import select, update

from backend.accounts.models import User
from backend.accounts.passwords import hash_password, is_correct_password, needs_rehash
from backend.accounts.sign_in_rate_limit import clear_failures, count_attempt
from backend.db import db, write_transaction
from backend.errors import Code, Refusal


def sign_in(email: str, password: str, address: str) -> User:
    """Return the user with this e-mail and password.

    Args:
        email: The address, normalized.
        password: What was typed.
        address: The network address that the attempt comes from.

    Raises:
        Refusal: `too_many`, or `wrong_password` also for an unknown e-mail.
    """
    count_attempt(email, address)
    user = db.session.scalar(select(User).filter_by(email=email))
    if not is_correct_password(password, user.password_hash if user else None) or user is None:
        raise Refusal(Code.WRONG_PASSWORD)
    renewed = hash_password(password) if needs_rehash(user.password_hash) else user.password_hash
    with write_transaction() as transaction:
        clear_failures(transaction, email, address)
        transaction.execute(update(User).filter_by(id=user.id).values(password_hash=renewed))
    return user
