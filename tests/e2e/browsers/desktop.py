"""A desktop of the test's own: what browsers want shown appears here, and can be clicked.

Source: the Desktop Notifications Specification 1.3 of freedesktop.org.
"""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from threading import RLock, Thread
from typing import Any

from jeepney import DBusAddress, Message, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection
from jeepney.low_level import HeaderFields

from tests.e2e.waiting import wait_until

NAME = "org.freedesktop.Notifications"
FACE = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
CAN = ["actions", "body", "persistence"]
DISMISSED, CLOSED_BY_CALL = 2, 3


@dataclass
class Notification:
    """What stands on the desktop; buttons by their labels, each with the name of its action."""

    id: int
    title: str
    body: str
    buttons: dict[str, str]
    is_open: bool = True


class Desktop:
    """Shows what browsers ask it to show, and sends back what a person does with it."""

    def __init__(self, address: str) -> None:
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": address}
        self.shown: list[Notification] = []
        self._connection: DBusConnection = open_dbus_connection(address)
        self._ids = count(1)
        self._sending = RLock()
        Proxy(message_bus, self._connection).RequestName(NAME)

    def listen(self) -> None:
        """Answer browsers until the bus ends."""
        with suppress(ConnectionError, OSError):
            while True:
                call = self._connection.receive()
                if call.header.message_type is MessageType.method_call:
                    self._answer(call)
        self._connection.close()

    def open(self) -> list[Notification]:
        """Return what stands on the desktop now."""
        return [one for one in self.shown if one.is_open]

    def titled(self, title: str) -> list[Notification]:
        """Return what stands on the desktop with this title."""
        return [one for one in self.open() if one.title == title]

    def was_shown(self, title: str) -> bool:
        """Ask whether a notification with this title has stood there, even if for a moment."""
        return any(one.title == title for one in self.shown)

    def clear(self) -> None:
        """Wipe everything away."""
        for one in self.open():
            self.dismiss(one)
        self.shown.clear()

    def wait_for(self, title: str) -> Notification:
        """Return the notification with this title, once it stands there."""
        wait_until(lambda: self.titled(title), f"'{title}' on the desktop", self._in_words)
        return self.titled(title)[-1]

    def click(self, notification: Notification, button: str = "") -> None:
        """Click a notification as a person would, or one of its buttons."""
        action = notification.buttons[button] if button else "default"
        self._signal("ActionInvoked", "us", (notification.id, action))

    def dismiss(self, notification: Notification) -> None:
        """Wipe a notification away."""
        notification.is_open = False
        self._signal("NotificationClosed", "uu", (notification.id, DISMISSED))

    def _in_words(self) -> str:
        return f"(it shows {[one.title for one in self.open()]})"

    def _answer(self, call: Message) -> None:
        answers: dict[str, Callable[..., tuple[str | None, tuple[Any, ...]]]] = {
            "Notify": self._notify,
            "CloseNotification": self._close,
            "GetCapabilities": lambda: ("as", (CAN,)),
            "GetServerInformation": lambda: ("ssss", ("a test", "Earshot", "1", "1.2")),
        }
        answer = answers.get(call.header.fields[HeaderFields.member])
        # Nobody may click a notification before its browser has been told the id.
        with self._sending:
            signature, values = answer(*call.body) if answer else (None, ())
            self._send(new_method_return(call, signature, values))

    def _notify(self, *asked: Any) -> tuple[str, tuple[int]]:
        _, replaces, _, title, body, actions, _, _ = asked
        number = replaces or next(self._ids)
        for older in self.shown:
            older.is_open = older.is_open and older.id != number
        buttons = dict(zip(actions[1::2], actions[::2], strict=True))
        self.shown.append(Notification(number, title, body, buttons))
        return "u", (number,)

    def _close(self, number: int) -> tuple[None, tuple[()]]:
        for one in self.shown:
            one.is_open = one.is_open and one.id != number
        self._signal("NotificationClosed", "uu", (number, CLOSED_BY_CALL))
        return None, ()

    def _signal(self, name: str, signature: str, values: tuple[int, Any]) -> None:
        self._send(new_signal(FACE, name, signature, values))

    def _send(self, message: Message) -> None:
        with self._sending:
            self._connection.send(message)


@contextmanager
def desktop() -> Iterator[Desktop]:
    """Return a running desktop; browsers find it by its `environment`."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    away = subprocess.DEVNULL
    with subprocess.Popen(
        command, stdin=away, stdout=subprocess.PIPE, stderr=away, text=True
    ) as bus:
        assert bus.stdout
        desktop = Desktop(bus.stdout.readline().strip())
        listener = Thread(target=desktop.listen)
        listener.start()
        try:
            yield desktop
        finally:
            bus.terminate()
            listener.join()
