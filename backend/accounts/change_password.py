"""Changing a password: the old one is asked for, and every other session ends."""

from sqlalchemy import delete, update

from backend.accounts.models import Session, User
from backend.accounts.passwords import hash_password
from backend.db import writing


def change_password(user: User, new: str, session_id: str) -> None:
    """Replace the password and end all sessions but the given one.

    raises: Refusal with weak_password
    """
    password_hash = hash_password(new)
    others = (Session.user_id == user.id) & (Session.id != session_id)
    with writing() as transaction:
        transaction.execute(update(User).filter_by(id=user.id).values(password_hash=password_hash))
        transaction.execute(delete(Session).where(others))
