"""What the devices of both load tests share: they send rounds, and record every answer."""

import json
import os
from collections import Counter
from pathlib import Path

from locust import FastHttpUser, events
from locust.contrib.fasthttp import FastResponse
from locust.env import Environment

from benchmarks.sync.device import Content, Device

DEVICES: list[dict[str, str]] = json.loads(Path(os.environ["DEVICES_FILE"]).read_text())
WAIT = {429, 503}
statuses: Counter[int] = Counter()
sent_ids: list[str] = []


class Phone(FastHttpUser):
    """One device of one person, with a session of its own."""

    abstract = True
    network_timeout = connection_timeout = 20.0

    def on_start(self) -> None:
        """Take the next device of the file."""
        signed_in = DEVICES.pop()
        self.device = Device(signed_in["account_id"])
        self.headers = {"Cookie": signed_in["cookie"], "Origin": self.host}

    def send(self, content: Content) -> FastResponse:
        """Send a round; being asked to wait is an answer, not a failure."""
        with self.client.post(
            "/api/sync", json=content, headers=self.headers, catch_response=True
        ) as answer:
            statuses[answer.status_code] += 1
            if answer.status_code in WAIT:
                answer.success()
            if answer.status_code == 200:
                self.device.stand_where(answer.json())
                sent_ids.extend(change["id"] for change in content["changes"])
            return answer


@events.quitting.add_listener
def tell(environment: Environment) -> None:
    """Write the answers to a file, and how long the slower ones took."""
    total = environment.stats.total
    told = {
        "statuses": statuses,
        "sent_ids": sent_ids,
        "p50_ms": total.get_response_time_percentile(0.5),
        "p95_ms": total.get_response_time_percentile(0.95),
        "worst_ms": total.max_response_time,
    }
    Path(os.environ["TOLD_FILE"]).write_text(json.dumps(told))
