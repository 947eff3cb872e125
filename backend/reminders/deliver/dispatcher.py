"""Sends messages over their channels, for as long as the lease of their items allows."""

import time
from collections.abc import Iterable

from backend.reminders.channel import Address, Message, Outcome, SendingChannel


class Dispatcher:
    """Sends messages until `ends_at`, by the machine's own clock; safe for many threads."""

    def __init__(self, channels: Iterable[SendingChannel], ends_at: float) -> None:
        self._send = {channel: channel.open() for channel in channels}
        self._ends_at = ends_at

    def send(self, channel: SendingChannel, address: Address, message: Message) -> Outcome | None:
        """Send a message to an address, once; return None where there is no time left."""
        if time.monotonic() > self._ends_at:
            return None
        return self._send[channel](address, message)
