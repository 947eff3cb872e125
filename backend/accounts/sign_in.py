"""Proving who one is by e-mail and password, with a limit on guessing."""

from sqlalchemy import select, update

from backend.accounts.models import User
from backend.accounts.passwords import hash_password, is_correct_password, needs_rehash
from backend.accounts.sign_in_rate_limit import clear_failures, count_attempt
from backend.db import db, write_transaction
from backend.errors import Code, Refusal


def sign_in(email: str, password: str, address: str) -> User:
    """Give the user whose e-mail and password these are.

    takes: the network address that the attempt comes from
    raises: Refusal with too_many or wrong_password, the same for an unknown e-mail
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
