"""Changes a password and ends the other sessions of the account."""

from sqlalchemy import delete, update

from backend.accounts.models import Session, User
from backend.accounts.passwords import hash_new_password
from backend.db import write_transaction


def change_password(user: User, new: str, except_session_id: str | None) -> None:
    """Replace the password and end all sessions except the given one.

    Raises:
        Refusal: `weak_password`.
    """
    password_hash = hash_new_password(new, user.email)
    with write_transaction() as transaction:
        transaction.execute(update(User).filter_by(id=user.id).values(password_hash=password_hash))
        transaction.execute(
            delete(Session).where(
                Session.user_id == user.id, Session.id != (except_session_id or "")
            )
        )
