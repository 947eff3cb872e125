"""Changes a password, and ends what may have been opened with the old one."""

from blinker import signal
from sqlalchemy import delete, update

from backend.accounts.models import Session, User
from backend.accounts.passwords import hash_new_password
from backend.accounts.sessions import hash_token, make_token
from backend.db import utc_now, write_transaction

# Sent with `transaction` and `user_id`; whatever gives access without the password revokes it then.
access_ended = signal("access-ended")


def change_password(
    user: User, new: str, session_id: str | None, *, is_access_ended: bool = True
) -> str:
    """Replace the password, and end all sessions except the given one, which gets a new token.

    Args:
        user: The user.
        new: The new password, as typed.
        session_id: The session that goes on; its user has just proved who they are.
        is_access_ended: Whether all that gives access without the password ends too.

    Returns:
        The new token of that session.

    Raises:
        Refusal: `weak_password`.
    """
    password_hash, token = hash_new_password(new, user.email), make_token()
    others = (Session.user_id == user.id) & (Session.id != (session_id or ""))
    renewed = {"token_hash": hash_token(token), "confirmed_at": utc_now()}
    with write_transaction() as transaction:
        transaction.execute(update(User).filter_by(id=user.id).values(password_hash=password_hash))
        transaction.execute(delete(Session).where(others))
        transaction.execute(update(Session).filter_by(id=session_id).values(renewed))
        if is_access_ended:
            access_ended.send(transaction=transaction, user_id=user.id)
    return token
