"""Asks whether this server is still the one that a device knew: it may have been put back."""

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
    """How the server stands to one device: `last_number` is None for a device unknown here."""

    epoch: str
    last_number: int | None
    mark: str | None


def read_server_state(connection: Connection, request: Round) -> ServerState:
    """Read how the server stands to the device that sent a round."""
    who = {"owner": request.account_id, "device": request.device_id, "cursor": request.cursor}
    return ServerState(*connection.execute(SERVER, who).one())


def check_history(request: Round, server: ServerState, head: int) -> None:
    """Refuse a round that was made upon a history which this server does not have.

    raises: Refusal with epoch_changed or resync; both tell the head and the last number known here
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
