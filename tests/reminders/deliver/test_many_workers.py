"""Many workers: each item is sent by one, also when one dies, and when a clock jumps."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event as Signal
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from backend import create_app
from backend.config import Config
from backend.db import db, write_transaction
from backend.reminders.worker import remind_now
from backend.sync.models import records
from tests.cast import Clock, Person
from tests.e2e.waiting import wait_until
from tests.push_service.push_service import Fault, PushService
from tests.push_service.rules import Message
from tests.reminders.subscribed import Subscribed, add, choose, promise, subscribed
from tests.sources import ROOT
from tests.sync.device import Device

LEASE = timedelta(seconds=180)
AT_ONCE = 500


@pytest.fixture
def clock() -> Clock:
    """The machine's own time, which other processes go by."""
    return Clock(datetime.now(UTC))


@pytest.fixture
def due_now(clock: Clock, phone: Device, adas: Subscribed) -> str:
    """Something that has been due since the last hour."""
    moment = (clock.now - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return add(phone, "follow_up", what="Call back", due_at=moment)


@pytest.fixture
def worker(settings: Config) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Start another process that reminds once, and return what ends it."""
    running = []

    def start() -> subprocess.Popen[bytes]:
        ours = {name: str(getattr(settings, name)) for name in ("push_hosts", "push_addresses")}
        ours |= {"database_url": settings.database(), "instance_dir": str(settings.instance_dir)}
        environment = os.environ | {name.upper(): value for name, value in ours.items()}
        command = [sys.executable, "-m", "flask", "--app", "app", "remind", "--once"]
        running.append(subprocess.Popen(command, cwd=ROOT, env=environment))
        return running[-1]

    yield start
    for one in running:
        one.kill()
        one.wait()


def test_five_hundred_due_at_once_are_each_sent_once_by_four_workers(
    clock: Clock, settings: Config, service: PushService, phone: Device, adas: Subscribed
) -> None:
    day = (clock.now + timedelta(days=2)).date().isoformat()
    phone.round(*[follow_up(phone, number, day) for number in range(AT_ONCE)])
    clock.move(days=2)
    clock.now = clock.now.replace(hour=9)

    counts = in_parallel(4, settings, clock)

    assert sum(counts) == AT_ONCE
    assert len({push["id"] for push in adas.shown}) == len(adas.shown) == AT_ONCE
    assert len(service.attempts) == AT_ONCE


def test_killed_before_it_was_sent_another_sends_it(
    clock: Clock,
    service: PushService,
    adas: Subscribed,
    due_now: str,
    worker: Callable[[], subprocess.Popen[bytes]],
    look: Callable[[], int],
) -> None:
    service.fail(Fault(503, hang_seconds=60))
    dying = worker()
    wait_until(lambda: not service._faults, "the worker to call")
    dying.kill()

    assert look() == 0
    clock.move(seconds=LEASE.total_seconds() + 60)
    look()
    look()

    assert [push["id"] for push in adas.shown] == [due_now]


def test_killed_before_it_was_noted_it_comes_again_in_the_same_place(
    clock: Clock,
    service: PushService,
    adas: Subscribed,
    due_now: str,
    worker: Callable[[], subprocess.Popen[bytes]],
    look: Callable[[], int],
) -> None:
    shown, go_on = Signal(), Signal()
    hold_up(service, shown, go_on)
    dying = worker()
    wait_until(shown.is_set, "the message to be shown")
    dying.kill()
    go_on.set()

    clock.move(seconds=LEASE.total_seconds() + 60)
    look()
    look()

    assert [push["id"] for push in adas.shown] == [due_now, due_now]
    assert len({push["tag"] for push in adas.shown}) == 1
    assert len({message.topic for message in service.messages}) == 1


def test_a_clock_that_jumps_ahead_and_back_loses_and_repeats_nothing(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    now = clock.now
    choose(phone, discreet="no")
    days = [(now + timedelta(days=days)).date().isoformat() for days in (1, 2, 40)]
    ids = [promise(phone, "Send deck", day) for day in days]
    look()

    for shift in (0, 400, 2, -400, 3, 41):
        clock.now = (now + timedelta(days=shift)).replace(hour=9)
        look()
        look()

    told = [push["id"] for push in adas.shown if push["kind"] == "follow_up"]
    late = [push for push in adas.shown if push["kind"] == "batch"]
    assert len(told) == len(set(told))
    assert set(told) <= set(ids)
    assert len(told) + sum(push["body"].count("\n") + 1 for push in late) == 3


def test_what_was_held_by_a_clock_that_was_ahead_is_sent(
    clock: Clock, service: PushService, due_now: str, adas: Subscribed, look: Callable[[], int]
) -> None:
    service.fail(Fault(503))
    clock.move(hours=20)
    look()
    assert adas.shown == []

    clock.move(hours=-20)
    look()

    assert [push["id"] for push in adas.shown] == [due_now]


def test_a_user_whose_records_cannot_be_read_holds_up_nobody(
    app: Flask,
    due_now: str,
    adas: Subscribed,
    look: Callable[[], int],
    ben: Person,
    service: PushService,
) -> None:
    bens = Device(ben, ben.phone)
    subscribed(ben.phone, service, bens.id)
    spoil(app, add(bens, "event", name="Fair"))

    look()
    look()

    assert [push["id"] for push in adas.shown] == [due_now]


def test_a_reminder_that_fails_steps_aside_and_comes_later(
    app: Flask, clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    soon = (clock.now + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    first, second = [add(phone, "follow_up", what="x", due_at=soon) for _ in range(2)]
    look()
    spoil(app, first)
    clock.move(hours=1)

    look()
    assert [push["id"] for push in adas.shown] == [second]
    mend(app, first)
    clock.move(hours=1)
    look()

    assert [push["id"] for push in adas.shown] == [second, first]


def follow_up(device: Device, number: int, day: str) -> dict[str, Any]:
    fields = {"what": f"Send deck {number}", "due_on": day}
    return device.change(f"00000000-0000-4000-8000-{number:012}", fields, kind="follow_up")


def in_parallel(workers: int, settings: Config, clock: Clock) -> list[int]:
    """Look with several servers at once, and return how many items each claimed."""
    apps = [create_app(settings, clock) for _ in range(workers)]

    def work(app: Flask) -> int:
        with app.app_context():
            return remind_now()

    with ThreadPoolExecutor(workers) as pool:
        counts = list(pool.map(work, apps))
    for app in apps:
        app.extensions["senders"].close()
        with app.app_context():
            db.engine.dispose()
    return counts


def hold_up(service: PushService, shown: Signal, go_on: Signal) -> None:
    """Show what arrives, but keep the sender waiting for the answer."""
    subscription = next(iter(service.subscriptions.values()))
    take = subscription.hand_over

    def take_and_wait(message: Message) -> bool:
        is_taken = take(message)
        shown.set()
        go_on.wait(30)
        return is_taken

    subscription.hand_over = take_and_wait


def spoil(app: Flask, id: str) -> None:
    """Break a record in the database."""
    with app.app_context(), write_transaction() as transaction:
        transaction.execute(update(records).filter_by(id=id).values(body="{"))


def mend(app: Flask, id: str) -> None:
    with app.app_context(), write_transaction() as transaction:
        transaction.execute(update(records).filter_by(id=id).values(body='{"what": "x"}'))
