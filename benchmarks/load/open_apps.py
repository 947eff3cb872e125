"""500 open apps: a round each five seconds, a tenth of them with a change."""

import random

import gevent
from locust import constant_pacing, task

from benchmarks.load.crowd import Phone

SECONDS_BETWEEN_ROUNDS = 5
SHARE_WITH_A_CHANGE = 0.1


class OpenApp(Phone):
    """An app that stays open, mostly without news."""

    wait_time = constant_pacing(SECONDS_BETWEEN_ROUNDS)

    def on_start(self) -> None:
        """Begin at a random moment, as people do."""
        super().on_start()
        gevent.sleep(random.uniform(0, SECONDS_BETWEEN_ROUNDS))

    @task
    def take_turn(self) -> None:
        """Send a round, now and then with a change."""
        has_changed = random.random() < SHARE_WITH_A_CHANGE
        self.send(self.device.round(1 if has_changed else 0))
