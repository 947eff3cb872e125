"""Asks whether this server is still the one that a device knew: it may have been put back."""

from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from backend.errors import Code, Refusal
from backend.sync.models import devices, marks, servers
from backend.sync.request import Round


class Server(NamedTuple):
    """How the server stands to one device: `last_number` is None for a device unknown here."""

    epoch: str
    last_number: int | None
    mark: str | None


def meet(session: Session, wanted: Round) -> Server:
    """Read how the server stands to the device that sent a round."""
    known = (devices.c.owner_id == wanted.account_id, devices.c.id == wanted.device_id)
    query = select(
        select(servers.c.epoch).scalar_subquery(),
        select(devices.c.last_number).where(*known).scalar_subquery(),
        mark_at(wanted.account_id, wanted.cursor).scalar_subquery(),
    )
    return Server(*session.execute(query).one())


def mark_at(owner_id: str, cursor: int) -> Select[str]:
    """Select the mark of the round that took the seq at a cursor."""
    return (
        select(marks.c.mark)
        .where(marks.c.owner_id == owner_id, marks.c.last_seq >= cursor)
        .order_by(marks.c.last_seq)
        .limit(1)
    )


def recognise(wanted: Round, server: Server, head: int) -> None:
    """Refuse a round that was made upon a history which this server does not have.

    raises: Refusal with epoch_changed or resync; both tell the head and the last number known here
    """
    last_number = server.last_number or 0
    if wanted.epoch not in (None, server.epoch):
        foreign = head == 0 or server.last_number is None
        code = Code.EPOCH_CHANGED if foreign else Code.RESYNC
        raise Refusal(code, head=head, last_number=last_number)
    lost_news = wanted.cursor > head or (wanted.cursor and wanted.mark != server.mark)
    lost_changes = wanted.last_answered > last_number
    if lost_news or lost_changes:
        raise Refusal(Code.RESYNC, head=head, last_number=last_number)
