"""Idempotency: keeps each change's result, so that a repeated number gets the same result."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, delete, insert, select

from backend.schema.json_values import json_key
from backend.sync.models import answered_rounds
from backend.sync.round.request import CHANGES_AT_MOST

IN_ORDER = json.JSONEncoder(sort_keys=True)
HASH_BYTES = 16
# A device sends again from the first number on that it has not confirmed, so it never repeats an
# older one than these.
NUMBERS_KEPT = CHANGES_AT_MOST

_ROUNDS = answered_rounds.c
_OF_DEVICE = (_ROUNDS.owner_id == bindparam("owner"), _ROUNDS.device_id == bindparam("device"))
ROUNDS_WITH = select(_ROUNDS.answers).where(
    *_OF_DEVICE,
    _ROUNDS.last_number >= bindparam("lowest"),
    _ROUNDS.first_number <= bindparam("highest"),
)
NEW_ROUND = insert(answered_rounds)
FORGET_UP_TO = delete(answered_rounds).where(
    *_OF_DEVICE, _ROUNDS.last_number <= bindparam("forgotten")
)


@dataclass(slots=True)
class SavedResult:
    """The result of one change, and the hash of what was sent under its number, if it is known."""

    content_hash: str | None
    result: dict[str, Any]

    def is_for(self, raw: Any) -> bool:
        """Check whether this is the result of that change, and not of another under its number."""
        return self.content_hash is None or self.content_hash == content_hash(raw)


@dataclass(frozen=True)
class SavedResults:
    """The results that one device has not confirmed yet."""

    connection: Connection
    owner_id: str
    device_id: str

    def load(self, numbers: Collection[int]) -> dict[int, SavedResult]:
        """Read the saved results of these numbers."""
        if not numbers:
            return {}
        span = {"lowest": min(numbers), "highest": max(numbers)}
        rounds = self.connection.execute(ROUNDS_WITH, self._device | span).scalars()
        answers = [SavedResult(**one) for answers in rounds for one in orjson.loads(answers)]
        return {answer.result["number"]: answer for answer in answers}

    def save(self, given: Mapping[int, SavedResult], confirmed: int) -> None:
        """Save the results of a round, and delete those that are confirmed or too old."""
        forgotten = max(confirmed, max(given) - NUMBERS_KEPT)
        self.connection.execute(FORGET_UP_TO, self._device | {"forgotten": forgotten})
        row = {
            "owner_id": self.owner_id,
            "device_id": self.device_id,
            "last_number": max(given),
            "first_number": min(given),
            "answers": orjson.dumps(list(given.values())).decode(),
        }
        self.connection.execute(NEW_ROUND, row)

    @property
    def _device(self) -> dict[str, Any]:
        return {"owner": self.owner_id, "device": self.device_id}


def content_hash(raw: Any) -> str:
    """Return a hash by which two changes under the same number can be told apart."""
    try:
        written = json_key(raw)
    except orjson.JSONEncodeError:
        # Half characters and endless numbers: such a change is refused, and its refusal kept.
        written = IN_ORDER.encode(raw).encode()
    return hashlib.blake2b(written, digest_size=HASH_BYTES).hexdigest()
