"""Hands requests to threads: each client in turn, and some calls on threads of their own."""

import logging
import time
from collections import Counter, deque
from collections.abc import Callable
from threading import Condition, Lock, Thread
from typing import Protocol

from backend.http.server.requests import Overloaded, Request

LAST_SECONDS = 5
# Who is refused and asks again at once must not keep the threads from others: errors cost a rest.
REST_TIMES, REST_SECONDS_AT_MOST = 20, 2
OTHERS_SECONDS = 10
CLIENTS_REMEMBERED = 16
# Refusals of the server itself are held back, for who gets one at once comes back at once.
HELD_SECONDS, HELD_EACH = 1, 150

log = logging.getLogger("earshot")


class Task(Protocol):
    """A connection with a request that is to be answered."""

    requests: list[Request]
    # Whether the latest answer was an error.
    was_refused: bool

    def service(self) -> None:
        """Answer the first request."""

    def cancel(self) -> None:
        """Close without an answer."""


class Lane:
    """Threads, and the requests that wait for them; clients take turns.

    Args:
        thread_count: How many threads.
        each_at_once: How many of them one client may use; half, while there are other clients.
        each_at_most: How many requests of one client may be under way or wait.
    """

    def __init__(self, thread_count: int, each_at_once: int, each_at_most: int) -> None:
        self.thread_count = thread_count
        self._at_once, self._at_most = each_at_once, each_at_most
        self._waiting: dict[str, deque[Task]] = {}
        self._running: Counter[str] = Counter()
        self._seen_at: dict[str, float] = {}
        self._rests_until: dict[str, float] = {}

    def has_room(self, client: str) -> bool:
        """Check whether one more request of a client may wait here."""
        waiting = len(self._waiting.get(client, ()))
        return waiting + self._running[client] < self._at_most

    def add(self, client: str, task: Task) -> None:
        """Add a request to those that wait."""
        self._waiting.setdefault(client, deque()).append(task)
        if len(self._seen_at) >= CLIENTS_REMEMBERED and client not in self._seen_at:
            del self._seen_at[min(self._seen_at, key=lambda one: self._seen_at[one])]
        self._seen_at[client] = time.monotonic()

    def take(self) -> tuple[str, Task] | None:
        """Return the next request; its client then comes last."""
        now = time.monotonic()
        at_once = self._at_once if self._is_alone(now) else max(1, self._at_once // 2)
        for client in self._waiting:
            if self._running[client] < at_once and self._rests_until.get(client, now) <= now:
                waiting = self._waiting.pop(client)
                task = waiting.popleft()
                if waiting:
                    self._waiting[client] = waiting
                self._running[client] += 1
                return client, task
        return None

    def leave(self, client: str, refused_seconds: float = 0) -> None:
        """Note that a request of a client was answered.

        Args:
            client: The client.
            refused_seconds: How long an answer took that was an error.
        """
        self._running -= Counter({client: 1})
        now = time.monotonic()
        self._rests_until = {one: at for one, at in self._rests_until.items() if at > now}
        if refused_seconds and not self._is_alone(now):
            rest = self._rests_until.get(client, now) + REST_TIMES * refused_seconds
            self._rests_until[client] = min(rest, now + REST_SECONDS_AT_MOST)

    def rest_seconds(self) -> float | None:
        """Return until when all who wait have to rest, or None where nobody waits for that."""
        now = time.monotonic()
        rests = [at - now for one, at in self._rests_until.items() if one in self._waiting]
        return max(0.0, min(rests)) if rests else None

    def _is_alone(self, now: float) -> bool:
        """Check whether there was only one client for a while."""
        return sum(at > now - OTHERS_SECONDS for at in self._seen_at.values()) <= 1

    def empty(self) -> list[Task]:
        """Return all that wait, who will not be answered."""
        tasks = [task for waiting in self._waiting.values() for task in waiting]
        self._waiting.clear()
        return tasks


class Refusals(Lane):
    """Requests that are not passed on: answered a moment later, except where there are many."""

    def __init__(self) -> None:
        super().__init__(thread_count=1, each_at_once=1, each_at_most=HELD_EACH)
        self._held: deque[tuple[float, str, Task]] = deque()
        self._held_of: Counter[str] = Counter()

    def has_room(self, _client: str) -> bool:
        """Return that every refusal is answered."""
        return True

    def add(self, client: str, task: Task) -> None:
        """Hold a refusal back, or answer it at once where its client has many."""
        is_held = self._held_of[client] < HELD_EACH
        due_at = time.monotonic() + (HELD_SECONDS if is_held else 0)
        self._held_of[client] += 1
        (self._held.append if is_held else self._held.appendleft)((due_at, client, task))

    def take(self) -> tuple[str, Task] | None:
        """Return the next refusal that is due."""
        if not self._held or self._held[0][0] > time.monotonic():
            return None
        _, client, task = self._held.popleft()
        return client, task

    def leave(self, client: str, _refused_seconds: float = 0) -> None:
        """Note that a refusal was answered."""
        self._held_of -= Counter({client: 1})

    def rest_seconds(self) -> float | None:
        """Return how long it takes until the next one is due."""
        return max(0.0, self._held[0][0] - time.monotonic()) if self._held else None

    def empty(self) -> list[Task]:
        """Return all that wait."""
        tasks = [task for _, _, task in self._held]
        self._held.clear()
        return tasks


class LaneDispatcher:
    """Has requests answered in the lane that their path belongs to; waitress calls it."""

    def __init__(self, lane_of: Callable[[str], Lane], lanes: list[Lane]) -> None:
        """Start the threads.

        Args:
            lane_of: Returns the lane of a path.
            lanes: All lanes.
        """
        self._lane_of, self._refusals = lane_of, Refusals()
        self._guard, self._is_over = Lock(), False
        self._bells = {lane: Condition(self._guard) for lane in (self._refusals, *lanes)}
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
            lane = self._refusals if request.error else self._lane_of(request.path)
            if not lane.has_room(request.client):
                request.error = Overloaded("")
                lane = self._refusals
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
            begun_at = time.monotonic()
            try:
                task.service()
            except Exception:
                log.exception("a connection failed")
            finally:
                spent_seconds = time.monotonic() - begun_at
                with self._guard:
                    lane.leave(client, spent_seconds if task.was_refused else 0)
                    self._bells[lane].notify()

    def _next(self, lane: Lane) -> tuple[str, Task] | None:
        """Wait for the next request, and return None at the end."""
        with self._guard:
            while not self._is_over:
                if taken := lane.take():
                    return taken
                self._bells[lane].wait(lane.rest_seconds())
        return None
