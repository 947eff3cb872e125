"""The request body of a round; its changes are read one by one later."""

from typing import Annotated, Any, NamedTuple

from pydantic import Field, model_validator

from backend.config import config
from backend.errors import Code, Refusal
from backend.http.request_body import PlainText, RequestBody
from backend.schema.values import Id

PROTOCOL = 1
CHANGES_AT_MOST = 500
PAGE_RECORDS_AT_MOST = 500
NUMBER_AT_MOST = 2**53

Number = Annotated[int, Field(ge=0, le=NUMBER_AT_MOST)]
Word = Annotated[PlainText, Field(max_length=64)]


class Sender(NamedTuple):
    """The session that a call came with, and the label of its browser."""

    session_id: str
    label: str


class Round(RequestBody):
    """What a device sends: who it is, its cursor, its changes, and how many records it wants."""

    protocol: int
    client: Word
    account_id: Word
    device_id: Id
    epoch: Word | None
    cursor: Number
    mark: Word | None
    last_answered: Number
    changes: list[Any]
    limit: Annotated[int, Field(ge=1, le=PAGE_RECORDS_AT_MOST)] = PAGE_RECORDS_AT_MOST

    @model_validator(mode="before")
    @classmethod
    def _is_spoken_here(cls, content: Any) -> Any:
        """Refuse clients of other versions first: their request may have another shape."""
        if isinstance(content, dict) and _is_of_another_time(content):
            raise Refusal(Code.UPGRADE_REQUIRED, min_client=config().min_client)
        return content


def _is_of_another_time(content: dict[str, Any]) -> bool:
    protocol, client = content.get("protocol"), content.get("client")
    if isinstance(protocol, int) and protocol != PROTOCOL:
        return True
    return isinstance(client, str) and _version(client) < _version(config().min_client)


def _version(name: str) -> list[int]:
    """Read "1.4.0-beta" as [1, 4, 0]; anything else counts as older than all."""
    numbers = name.partition("-")[0].partition("+")[0].split(".")
    return [int(number) for number in numbers if number.isascii() and number.isdigit()][:3]
