"""Sends trial pushes on threads of its own, so that a silent push service holds nobody up."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillUnderWay
from threading import Lock

from backend.errors import Code, Refusal
from backend.reminders.channel import Outcome

AT_ONCE = 2
# Push services answer within a second. Later the page sees by itself whether the push arrives.
ANSWER_SECONDS = 2
# About as long as a call to a push service may take.
COME_BACK_SECONDS = 10


class PushTrials:
    """The trial pushes under way: one of each account, and few in all."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="push-trial")
        self._guard = Lock()
        self._under_way: set[str] = set()

    def send(self, owner_id: str, send: Callable[[], Outcome]) -> Outcome | None:
        """Send a trial push, and return its outcome, or None where it takes longer to learn it.

        Args:
            owner_id: The account.
            send: Sends it; runs on another thread, without a context of the app.

        Raises:
            Refusal: `too_many`, where another of this account is under way; `busy`, where too many
                of others are.
        """
        self._begin(owner_id)
        under_way = self._pool.submit(send)
        under_way.add_done_callback(lambda _: self._end(owner_id))
        return _outcome(under_way)

    def _begin(self, owner_id: str) -> None:
        with self._guard:
            if owner_id in self._under_way:
                raise Refusal(Code.TOO_MANY, retry_after_seconds=COME_BACK_SECONDS)
            if len(self._under_way) >= AT_ONCE:
                raise Refusal(Code.BUSY, retry_after_seconds=COME_BACK_SECONDS)
            self._under_way.add(owner_id)

    def _end(self, owner_id: str) -> None:
        with self._guard:
            self._under_way.discard(owner_id)


def _outcome(under_way: Future[Outcome]) -> Outcome | None:
    try:
        return under_way.result(ANSWER_SECONDS)
    except StillUnderWay:
        return None
