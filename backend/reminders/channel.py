"""The interface of a channel on which reminders reach a user, and what goes over it.

Each channel implements it in one file and is registered in `backend/reminders/channels.py`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy.orm import Session

from backend.reminders.models import Due, ReminderState
from backend.reminders.notification_texts import BatchLine

Urgency = Literal["low", "normal", "high"]


@dataclass(frozen=True)
class Message:
    """What is sent for one claimed item.

    Attributes:
        row: The claimed item.
        payload: What a notification shows; None where none is to be shown.
        badge: The number of promises that are due.
        urgency: How soon a notification has to arrive.
        lines: The lines of a batch, with the promises of today.
        is_discreet: Whether texts hold initials only.
        announced: The items that count as sent with the batch.
        silent: The items that are skipped with the batch.
    """

    row: Due
    payload: dict[str, Any] | None
    badge: int = 0
    urgency: Urgency = "normal"
    lines: Sequence[BatchLine] = ()
    is_discreet: bool = True
    announced: Sequence[Due] = ()
    silent: Sequence[Due] = ()


@dataclass(frozen=True)
class Address:
    """Where a channel reaches one user; its id is kept for what is left to send."""

    id: str
    owner_id: str
    target: Any = None


@dataclass(frozen=True)
class Outcome:
    """The outcome of sending; `wait_seconds` is the time until the next try, if any."""

    kind: Literal["taken", "gone", "later", "refused"]
    wait_seconds: float = 0


Send = Callable[[Address, Message], Outcome]


class Channel(ABC):
    """A channel; one that is only read, such as a calendar feed, is complete with this.

    Attributes:
        lists_promises: Whether its daily batch lists today's promises too.
    """

    lists_promises = False

    @abstractmethod
    def can_reach(self, user: ReminderState) -> bool:
        """Check whether this channel can reach a user at all, now or later."""

    @abstractmethod
    def addresses(self, users: Mapping[str, ReminderState]) -> Iterable[Address]:
        """Return the addresses at which these users can be reached now."""


class SendingChannel(Channel):
    """A channel over which messages are sent."""

    @abstractmethod
    def takes(self, address: Address, message: Message) -> bool:
        """Check whether a message is for this address."""

    @abstractmethod
    def open(self) -> Send:
        """Return a function that sends one message, once; it is called in other threads."""

    def remove(self, transaction: Session, ids: Sequence[str]) -> None:
        """Remove those of these addresses that are this channel's: they have ended."""
