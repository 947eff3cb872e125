"""Hands requests to threads: each client in turn, and some calls on threads of their own."""

import logging
import time
from collections import Counter, deque
from collections.abc import Callable
from threading import Condition, Lock, Thread
from typing import Protocol

from backend.http.server.requests import Overloaded, Request

LAST_SECONDS = 5

log = logging.getLogger("earshot")


class Task(Protocol):
    """A connection with a request that is to be answered."""

    requests: list[Request]

    def service(self) -> None:
        """Answer the first request."""

    def cancel(self) -> None:
        """Close without an answer."""


class Lane:
    """Threads, and the requests that wait for them; clients take turns.

    Args:
        thread_count: How many threads.
        each_at_once: How many of them one client may use.
        each_at_most: How many requests of one client may be under way or wait.
    """

    def __init__(self, thread_count: int, each_at_once: int, each_at_most: int) -> None:
        self.thread_count = thread_count
        self._at_once, self._at_most = each_at_once, each_at_most
        self._waiting: dict[str, deque[Task]] = {}
        self._running: Counter[str] = Counter()

    def has_room(self, client: str) -> bool:
        """Check whether one more request of a client may wait here."""
        waiting = len(self._waiting.get(client, ()))
        return waiting + self._running[client] < self._at_most

    def add(self, client: str, task: Task) -> None:
        """Add a request to those that wait."""
        self._waiting.setdefault(client, deque()).append(task)

    def take(self) -> tuple[str, Task] | None:
        """Return the next request; its client then comes last."""
        for client in self._waiting:
            if self._running[client] < self._at_once:
                waiting = self._waiting.pop(client)
                task = waiting.popleft()
                if waiting:
                    self._waiting[client] = waiting
                self._running[client] += 1
                return client, task
        return None

    def leave(self, client: str) -> None:
        """Note that a request of a client was answered."""
        self._running -= Counter({client: 1})

    def empty(self) -> list[Task]:
        """Return all that wait, who will not be answered."""
        tasks = [task for waiting in self._waiting.values() for task in waiting]
        self._waiting.clear()
        return tasks


class LaneDispatcher:
    """Has requests answered in the lane that their path belongs to; waitress calls it."""

    def __init__(self, lane_of: Callable[[str], Lane], quick: Lane, others: list[Lane]) -> None:
        """Start the threads.

        Args:
            lane_of: Returns the lane of a path.
            quick: The lane for answers that take no time, above all refusals.
            others: All other lanes.
        """
        self._lane_of, self._quick = lane_of, quick
        self._guard, self._is_over = Lock(), False
        self._bells = {lane: Condition(self._guard) for lane in (quick, *others)}
        self._threads = [
            Thread(target=self._work, args=(lane,), daemon=True, name="request")
            for lane in self._bells
            for _ in range(lane.thread_count)
        ]
        for thread in self._threads:
            thread.start()

    def add_task(self, task: Task) -> None:
        """Queue a connection's first request, or refuse it where its client has too many."""
        request = task.requests[0]
        with self._guard:
            lane = self._quick if request.error else self._lane_of(request.path)
            if not lane.has_room(request.client):
                request.error = Overloaded("")
                lane = self._quick
            lane.add(request.client, task)
            self._bells[lane].notify()

    def shutdown(self) -> None:
        """Stop: wait some seconds for the requests that are being answered, and drop the others."""
        with self._guard:
            self._is_over = True
            dropped = [task for lane in self._bells for task in lane.empty()]
            for bell in self._bells.values():
                bell.notify_all()
        for task in dropped:
            task.cancel()
        ends_at = time.monotonic() + LAST_SECONDS
        for thread in self._threads:
            thread.join(max(0, ends_at - time.monotonic()))

    def _work(self, lane: Lane) -> None:
        while taken := self._next(lane):
            client, task = taken
            try:
                task.service()
            except Exception:
                log.exception("a connection failed")
            finally:
                with self._guard:
                    lane.leave(client)
                    self._bells[lane].notify()

    def _next(self, lane: Lane) -> tuple[str, Task] | None:
        """Wait for the next request, and return None at the end."""
        with self._guard:
            while not self._is_over:
                if taken := lane.take():
                    return taken
                self._bells[lane].wait()
        return None
