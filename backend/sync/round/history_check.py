"""Checks that the server still has the history that a device knew, or an older copy of it."""

from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from backend.errors import Code, Refusal
from backend.sync.models import devices, servers
from backend.sync.round.request import Round
from backend.sync.store.history_marks import MARK, OWNER

SERVER = select(
    select(servers.c.epoch).scalar_subquery(),
    select(devices.c.last_number)
    .where(devices.c.owner_id == OWNER, devices.c.id == bindparam("device"))
    .scalar_subquery(),
    MARK.scalar_subquery(),
)


class ServerState(NamedTuple):
    """What the server knows of one device; `last_number` is None for an unknown device."""

    epoch: str
    last_number: int | None
    mark: str | None


def read_server_state(connection: Connection, request: Round) -> ServerState:
    """Read what the server knows of the device that sent a round."""
    who = {"owner": request.account_id, "device": request.device_id, "cursor": request.cursor}
    return ServerState(*connection.execute(SERVER, who).one())


def check_history(request: Round, server: ServerState, head: int) -> None:
    """Refuse a round that builds on a history that this server does not have.

    Raises:
        Refusal: `epoch_changed` or `resync`, with the head and the last number known here.
    """
    last_number = server.last_number or 0
    if request.epoch not in (None, server.epoch):
        foreign = head == 0 or server.last_number is None
        code = Code.EPOCH_CHANGED if foreign else Code.RESYNC
        raise Refusal(code, head=head, last_number=last_number)
    lost_news = request.cursor > head or (request.cursor and request.mark != server.mark)
    lost_changes = request.last_answered > last_number
    if lost_news or lost_changes:
        raise Refusal(Code.RESYNC, head=head, last_number=last_number)
