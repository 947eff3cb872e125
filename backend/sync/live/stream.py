"""Pokes: tells an open app that there is something to pull, and nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event as Signal
from threading import Lock

from flask import Flask, current_app
from sqlalchemy import bindparam, func, select

from backend.db import db
from backend.errors import Code, Refusal
from backend.sync.live.pg_listener import CHANNEL, start_listener

# Each holds a thread of the server while it waits; app.py has as many threads beside those.
WAITING_AT_MOST = 24
WAITING_PER_OWNER = 8
COME_BACK_SECONDS = 60
# A proxy closes what says nothing for long. Sessions are looked at as often.
COMMENT_SECONDS = 25
LOOK_SECONDS = 1

NOTIFY = select(func.pg_notify(CHANNEL, bindparam("word")))


@dataclass(eq=False)
class Stream:
    """One open app that waits for news."""

    owner_id: str
    session_id: str
    is_over: bool = False
    news: Signal = field(default_factory=Signal)


class OpenStreams:
    """Who waits in this process; the first to come starts what has to run meanwhile."""

    def __init__(self, begin: Callable[["OpenStreams"], None]) -> None:
        self._begin = begin
        self._guard = Lock()
        self._waiting: set[Stream] = set()
        self._has_begun = False
        self.over = Signal()

    def join(self, owner_id: str, session_id: str) -> Stream:
        """Begin to wait.

        raises: Refusal with busy where too many wait already: rounds must find a thread
        """
        with self._guard:
            of_owner = sum(one.owner_id == owner_id for one in self._waiting)
            if len(self._waiting) >= WAITING_AT_MOST or of_owner >= WAITING_PER_OWNER:
                raise Refusal(Code.BUSY, retry_after_seconds=COME_BACK_SECONDS)
            waiting = Stream(owner_id, session_id, is_over=self.over.is_set())
            self._waiting.add(waiting)
            has_begun, self._has_begun = self._has_begun, True
        if not has_begun:
            self._begin(self)
        return waiting

    def leave(self, waiting: Stream) -> None:
        """Wait no longer. Safe to repeat."""
        with self._guard:
            self._waiting.discard(waiting)

    def wake(self, owner_id: str, from_session: str) -> None:
        """Wake the owner's open apps, but for the one that the news came from."""
        with self._guard:
            for waiting in self._waiting:
                if waiting.owner_id == owner_id and waiting.session_id != from_session:
                    waiting.news.set()

    def wake_all(self) -> None:
        """Wake everybody: there may be news that nobody could tell."""
        with self._guard:
            for waiting in self._waiting:
                waiting.news.set()

    def end(self) -> None:
        """Let nobody wait any longer, because the server stops."""
        self.over.set()
        with self._guard:
            for waiting in self._waiting:
                waiting.is_over = True
                waiting.news.set()


def init_streams(app: Flask) -> None:
    """Let open apps wait; where several servers share a database, listen to the others."""

    def begin(open_streams: OpenStreams) -> None:
        with app.app_context():
            if db.engine.dialect.name == "postgresql":
                start_listener(db.engine, open_streams)

    app.extensions["streams"] = OpenStreams(begin)


def open_streams() -> OpenStreams:
    """Give those who wait at the app that answers now."""
    waiting: OpenStreams = current_app.extensions["streams"]
    return waiting


def notify_devices(owner_id: str, from_session: str) -> None:
    """Have all open apps of an owner told that there is news, whichever server they wait at."""
    if db.engine.dialect.name == "sqlite":
        open_streams().wake(owner_id, from_session)
        return
    # After the commit of the news: told within it, all who commit would wait for one another.
    db.session.execute(NOTIFY, {"word": f"{owner_id} {from_session}"})
    db.session.commit()


def server_sent_events(
    waiting: Stream, is_gone: Callable[[], bool], may_wait: Callable[[], bool]
) -> Iterator[str]:
    """Write what a waiting app reads: `pull` for news, a comment now and then.

    takes: is_gone, which says whether the app has closed its end; may_wait, whether it still may
    source: https://html.spec.whatwg.org/multipage/server-sent-events.html
    """
    yield "retry: 5000\n\n"
    quiet_seconds = 0
    while not (waiting.is_over or is_gone()):
        has_news = waiting.news.wait(LOOK_SECONDS)
        waiting.news.clear()
        quiet_seconds += LOOK_SECONDS
        if not has_news and quiet_seconds < COMMENT_SECONDS:
            continue
        if waiting.is_over or not may_wait():
            return
        yield "data: pull\n\n" if has_news else ":\n\n"
        quiet_seconds = 0
