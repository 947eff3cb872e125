"""Marks: a random word for each round that took seqs, by which two histories are told apart."""

import secrets

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, insert, select

from backend.sync.models import marks

# Of older rounds only the last in each span of seqs keeps its mark. A device that is so many
# rounds behind starts over, as if the server had been put back.
ROUNDS_MARKED = 10_000
SPAN = 1_000

OWNER: BindParameter[str] = bindparam("owner")
MARK = (
    select(marks.c.mark)
    .where(marks.c.owner_id == OWNER, marks.c.last_seq >= bindparam("cursor"))
    .order_by(marks.c.last_seq)
    .limit(1)
)
NEW_MARK = insert(marks)
OLDEST_MARKED = (
    select(marks.c.last_seq)
    .where(marks.c.owner_id == OWNER)
    .order_by(marks.c.last_seq.desc())
    .offset(ROUNDS_MARKED)
    .limit(1)
)
_IS_OLD = (marks.c.owner_id == OWNER, marks.c.last_seq < bindparam("edge"))
THIN = delete(marks).where(
    *_IS_OLD,
    marks.c.last_seq.not_in(
        select(func.max(marks.c.last_seq)).where(*_IS_OLD).group_by(marks.c.last_seq // SPAN)
    ),
)


def read_history_mark(connection: Connection, owner_id: str, cursor: int) -> str:
    """Read the mark of the round that took the seq at a cursor."""
    mark: str = connection.execute(MARK, {"owner": owner_id, "cursor": cursor}).scalar_one()
    return mark


def add_history_mark(connection: Connection, owner_id: str, before: int, head: int) -> None:
    """Mark the seqs that a round took, and thin out old marks now and then.

    Args:
        connection: The transaction.
        owner_id: The user.
        before: The owner's newest seq when the round began.
        head: The owner's newest seq now.
    """
    mark = secrets.token_urlsafe(9)
    connection.execute(NEW_MARK, {"owner_id": owner_id, "last_seq": head, "mark": mark})
    if before // SPAN < head // SPAN:
        _thin(connection, owner_id)


def _thin(connection: Connection, owner_id: str) -> None:
    oldest = connection.execute(OLDEST_MARKED, {"owner": owner_id}).scalar()
    if oldest is not None:
        # Whole spans only: what was the last in its span once stays it for ever.
        connection.execute(THIN, {"owner": owner_id, "edge": oldest // SPAN * SPAN})
