"""The live stream (SSE), which tells open apps that there is something to pull."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event as Signal
from threading import Lock

from flask import Flask, current_app
from sqlalchemy import bindparam, func, select

from backend.db import db
from backend.errors import Code, Refusal
from backend.sync.live.pg_listener import CHANNEL, start_listener

# Each holds a thread of the server while it waits; there are as many threads beside the usual ones.
WAITING_AT_MOST = 24
STREAM_PATHS = {"/api/stream", "/api/poke"}
WAITING_PER_OWNER = 8
COME_BACK_SECONDS = 60
# A proxy closes what says nothing for long. Sessions are looked at as often.
COMMENT_SECONDS = 25
LOOK_SECONDS = 1

NOTIFY = select(func.pg_notify(CHANNEL, bindparam("word")))


@dataclass(eq=False)
class Stream:
    """The stream of one open app."""

    owner_id: str
    session_id: str
    is_over: bool = False
    news: Signal = field(default_factory=Signal)


class OpenStreams:
    """The open streams of this process; the first one starts the listener."""

    def __init__(self, begin: Callable[["OpenStreams"], None]) -> None:
        self._begin = begin
        self._guard = Lock()
        self._waiting: set[Stream] = set()
        self._has_begun = False
        self.over = Signal()

    def join(self, owner_id: str, session_id: str) -> Stream:
        """Open a stream.

        Raises:
            Refusal: `busy`, where too many are open: rounds must find a free thread.
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
        """Close a stream. Safe to repeat."""
        with self._guard:
            self._waiting.discard(waiting)

    def wake(self, owner_id: str, from_session: str) -> None:
        """Wake the owner's open apps, except the session that the news came from."""
        with self._guard:
            for waiting in self._waiting:
                if waiting.owner_id == owner_id and waiting.session_id != from_session:
                    waiting.news.set()

    def wake_all(self) -> None:
        """Wake all open apps: there may be news that could not be announced."""
        with self._guard:
            for waiting in self._waiting:
                waiting.news.set()

    def end(self) -> None:
        """Close all streams, because the server stops."""
        self.over.set()
        with self._guard:
            for waiting in self._waiting:
                waiting.is_over = True
                waiting.news.set()


def init_streams(app: Flask) -> None:
    """Set up the streams; where several servers share a database, listen to the others."""

    def begin(open_streams: OpenStreams) -> None:
        with app.app_context():
            if db.engine.dialect.name == "postgresql":
                start_listener(db.engine, open_streams)

    app.extensions["streams"] = OpenStreams(begin)


def open_streams() -> OpenStreams:
    """Return the open streams of the current app."""
    waiting: OpenStreams = current_app.extensions["streams"]
    return waiting


def notify_devices(owner_id: str, from_session: str) -> None:
    """Notify all open apps of an owner of news, on whichever server they are."""
    if db.engine.dialect.name == "sqlite":
        open_streams().wake(owner_id, from_session)
        return
    # After the commit of the news: told within it, all who commit would wait for one another.
    db.session.execute(NOTIFY, {"word": f"{owner_id} {from_session}"})
    db.session.commit()


def server_sent_events(
    waiting: Stream, is_gone: Callable[[], bool], may_wait: Callable[[], bool]
) -> Iterator[str]:
    """Yield the lines of a stream: `pull` for news, and a comment now and then.

    See https://html.spec.whatwg.org/multipage/server-sent-events.html

    Args:
        waiting: The stream.
        is_gone: Returns whether the app has closed its end.
        may_wait: Returns whether the app's session is still open.
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
