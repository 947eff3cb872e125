"""Proving who one is by e-mail and password, with a limit on guessing."""

from sqlalchemy import select, update

from backend.accounts.models import User
from backend.accounts.passwords import hash_password, is_outdated, is_right
from backend.accounts.sign_in_rate_limit import count_attempt, forgive
from backend.db import db, writing
from backend.errors import Code, Refusal


def sign_in(email: str, password: str, address: str) -> User:
    """Give the user whose e-mail and password these are.

    takes: the network address that the attempt comes from
    raises: Refusal with too_many or wrong_password, the same for an unknown e-mail
    """
    count_attempt(email, address)
    user = db.session.scalar(select(User).filter_by(email=email))
    if not is_right(password, user.password_hash if user else None) or user is None:
        raise Refusal(Code.WRONG_PASSWORD)
    renewed = hash_password(password) if is_outdated(user.password_hash) else user.password_hash
    with writing() as transaction:
        forgive(transaction, email, address)
        transaction.execute(update(User).filter_by(id=user.id).values(password_hash=renewed))
    return user
