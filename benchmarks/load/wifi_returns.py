"""Wi-Fi comes back: 500 devices send 30 queued notes each in the same second."""

import random

import gevent
from gevent.event import Event
from locust import events, task
from locust.env import Environment
from locust.exception import StopUser

from benchmarks.load.crowd import WAIT, Phone

QUEUED_NOTES = 30
network = Event()


class Queued(Phone):
    """A device with notes to send, as soon as there is a network."""

    @task
    def send_all(self) -> None:
        """Send the notes until they are answered, waiting as long as the server asks."""
        queued = self.device.round(QUEUED_NOTES)
        network.wait()
        answer = self.send(queued)
        while answer.status_code != 200:
            asked = float(answer.headers.get("Retry-After", 1)) if answer.status_code in WAIT else 1
            gevent.sleep(asked * random.uniform(1, 2))
            answer = self.send(queued)
        raise StopUser


@events.spawning_complete.add_listener
def let_all_send(**_: object) -> None:
    """Start all devices at once, as a network that returns does."""
    network.set()


@events.init.add_listener
def end_with_the_last(environment: Environment, **_: object) -> None:
    """Stop as soon as every device has sent everything."""
    gevent.spawn(_quit_when_all_have_left, environment)


def _quit_when_all_have_left(environment: Environment) -> None:
    network.wait()
    while environment.runner.user_count:
        gevent.sleep(0.1)
    environment.runner.quit()
