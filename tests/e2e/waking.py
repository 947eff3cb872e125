"""Waking the worker of a device, as its browser does with no page of Earshot open."""

from collections.abc import Callable

from playwright.sync_api import Worker

from tests.e2e.device import Device
from tests.e2e.waiting import wait_until

ROUND = "round"
IS_AT_REST = """
async () => (await navigator.locks.query()).held.every(({ name }) => name !== "earshot round")
"""


def wake_for_sync(device: Device) -> None:
    """Wake the worker as a returned network does, for the work that waits."""
    _dispatch(device, "dispatchSyncEvent", lastChance=False)


def wake_for_periodic_sync(device: Device) -> None:
    """Wake the worker as periodic sync does."""
    _dispatch(device, "dispatchPeriodicSyncEvent")


def worker_of(device: Device) -> Worker:
    """Return the worker, which stays awake for as long as it is looked at."""
    _hear_until(device, lambda: device.context.service_workers, "the worker to be there")
    return device.context.service_workers[0]


def _dispatch(device: Device, event: str, **further: bool) -> None:
    wait_until(lambda: worker_of(device).evaluate(IS_AT_REST), "the round before to be over")
    session = device.context.new_cdp_session(device.page)
    known: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: known.extend(one["registrationId"] for one in told["registrations"]),
    )
    session.send("ServiceWorker.enable")
    _hear_until(device, lambda: known, "the worker to be named")
    asked = {"origin": device.address, "registrationId": known[0], "tag": ROUND, **further}
    session.send(f"ServiceWorker.{event}", asked)


def _hear_until(device: Device, is_so: Callable[[], object], what: str) -> None:
    """Return when it is so; Playwright hears of it only while it is asked something."""

    def has_heard() -> object:
        device.page.wait_for_timeout(1)
        return is_so()

    wait_until(has_heard, what)
