"""The push service itself: whom it knows, what it took from senders, and how it hands that over."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from tests.push_service.rules import Message, Posted, Refused, message_of

HandOver = Callable[[Message], bool]


@dataclass
class Subscription:
    """What a browser subscribed to.

    `key` is the sender's, `origins` those under which the browser may name the endpoint, and
    `hand_over` gives a message to the browser, or says that it is away.
    """

    token: str
    key: bytes
    origins: frozenset[str]
    hand_over: HandOver
    ended_with: int | None = None


@dataclass
class Fault:
    """What the service does instead of its work, for so many messages."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    hang_seconds: float = 0
    times: int = 1


@dataclass
class Attempt:
    """One post of a sender's, and what it was answered."""

    token: str
    status: int
    reason: str = ""


class PushService:
    """Takes messages from senders as the push services of browsers do, and is as strict."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self.origin = ""
        self.subscriptions: dict[str, Subscription] = {}
        self.messages: list[Message] = []
        self.attempts: list[Attempt] = []
        self.ending = threading.Event()
        self._faults: list[Fault] = []
        self._lock = threading.RLock()
        self._now = now

    def subscribe(
        self, key: bytes, hand_over: HandOver, origins: frozenset[str] = frozenset()
    ) -> Subscription:
        """Make a subscription for the holder of a key; by default at the service's own address."""
        made = Subscription(uuid4().hex, key, origins or frozenset([self.origin]), hand_over)
        self.subscriptions[made.token] = made
        return made

    def end(self, token: str, status: int = 410) -> None:
        """End a subscription, so that what is posted to it from now on is answered like this."""
        self.subscriptions[token].ended_with = status

    def have_all_ended(self) -> bool:
        """Check whether no subscription is left."""
        return all(one.ended_with for one in self.subscriptions.values())

    def has_ended(self, endpoint: str) -> bool:
        """Check whether the subscription with this address is over."""
        return bool(self.subscriptions[endpoint.rpartition("/")[2]].ended_with)

    def fail(self, fault: Fault) -> None:
        """Do this instead of taking the next messages."""
        self._faults.append(fault)

    def mend(self) -> None:
        """Work again."""
        self._faults.clear()

    def next_fault(self) -> Fault | None:
        """Return what is to go wrong now, if anything is."""
        with self._lock:
            for fault in self._faults:
                fault.times -= 1
                self._faults = [one for one in self._faults if one.times > 0]
                return fault
        return None

    def take(self, posted: Posted) -> Message:
        """Accept a message and deliver it, or keep it until it can be delivered.

        Raises:
            Refused: The message breaks a rule.
        """
        message = message_of(posted, self._known(posted).key, self._now())
        with self._lock:
            self._replace(message)
            self.messages.append(message)
            self._hand_over(message)
            if message.state == "waiting" and message.ttl_seconds == 0:
                message.state = "dropped"
        return message

    def give(self, token: str, body: bytes) -> None:
        """Hand over a message that no sender posted."""
        with self._lock:
            message = Message(token, body, ttl_seconds=60, urgency="normal", topic=None, claims={})
            self.messages.append(message)
            self._hand_over(message)

    def hand_over_waiting(self, tokens: set[str]) -> None:
        """Hand over what waited for a browser that has come back."""
        with self._lock:
            for message in self.messages:
                if message.token in tokens and message.state == "waiting":
                    self._hand_over(message)

    def confirm(self, message_id: str, state: str = "taken") -> None:
        """Note what a browser says became of a message."""
        for message in self.messages:
            if message.id == message_id:
                message.state = state

    def _known(self, posted: Posted) -> Subscription:
        subscription = self.subscriptions.get(posted.token)
        if subscription is None or posted.origin not in subscription.origins:
            raise Refused(404, "no such subscription")
        if subscription.ended_with:
            raise Refused(subscription.ended_with, "the subscription has ended")
        return subscription

    def _replace(self, message: Message) -> None:
        for older in self.messages:
            is_same = (older.token, older.topic) == (message.token, message.topic)
            if message.topic and is_same and older.state == "waiting":
                older.state = "replaced"

    def _hand_over(self, message: Message) -> None:
        message.state = "handed_over"
        if not self.subscriptions[message.token].hand_over(message):
            message.state = "waiting"
