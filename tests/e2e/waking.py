"""Waking the worker of a device, as its browser does with no page of Earshot open."""

from playwright.sync_api import Worker

from tests.e2e.device import Device

ROUND = "round"


def wake_for_sync(device: Device) -> None:
    """Tell the worker that there is a network again, for the last work that waits."""
    _dispatch(device, "dispatchSyncEvent", lastChance=False)


def wake_for_periodic_sync(device: Device) -> None:
    """Tell the worker that it is time to look what is new."""
    _dispatch(device, "dispatchPeriodicSyncEvent")


def worker_of(device: Device) -> Worker:
    """Give the worker, which stays awake for as long as it is looked at."""
    return device.context.service_workers[0]


def _dispatch(device: Device, event: str, **further: bool) -> None:
    session = device.context.new_cdp_session(device.page)
    known: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: known.extend(one["registrationId"] for one in told["registrations"]),
    )
    session.send("ServiceWorker.enable")
    while not known:
        device.page.wait_for_timeout(50)
    asked = {"origin": device.address, "registrationId": known[0], "tag": ROUND, **further}
    session.send(f"ServiceWorker.{event}", asked)
