"""The types of value that a field can have: their limits, and how two edits of one merge."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

# One spelling of each, so that ids are equal and moments sort as text.
ID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?Z$"
LINE_CHARACTERS = 200
TEXT_CHARACTERS = 100_000
LIST_ITEMS = 100


class Merge(StrEnum):
    """How a field that two devices changed at once is merged (docs/sync.md, "Merging")."""

    SINGLE = "single"
    END_STATE = "end_state"
    SET = "set"
    TEXT = "text"


@dataclass(frozen=True)
class Shown:
    """How a field that people see appears outside the database.

    Attributes:
        label: What the screen calls it, in lower case, so that it fits into a sentence.
        search: Whether the search looks into it.
        vcard: The vCard property that it is written to and read from (RFC 6350), if any.
    """

    label: str
    search: bool = False
    vcard: str | None = None


def _is_in_the_calendar(value: str) -> str:
    datetime.fromisoformat(value)
    return value


Id = Annotated[str, Field(max_length=36, pattern=ID)]
Line = Annotated[str, Field(max_length=LINE_CHARACTERS)]
Text = Annotated[str, Field(max_length=TEXT_CHARACTERS), Merge.TEXT]
Moment = Annotated[str, Field(max_length=32, pattern=MOMENT), AfterValidator(_is_in_the_calendar)]
EndMoment = Annotated[Moment, Merge.END_STATE]
Day = Annotated[str, Field(max_length=10, pattern=DAY), AfterValidator(_is_in_the_calendar)]
Ids = Annotated[list[Id], Field(max_length=LIST_ITEMS), Merge.SET]
Lines = Annotated[list[Line], Field(max_length=LIST_ITEMS), Merge.SET]
Ring = Literal["inner", "close", "active", "wide"]
Forecast = Literal["yes", "probably", "no"]
Channel = Literal["in_person", "call", "video", "message"]
Side = Literal["me", "them"]
Family = Literal[
    "open", "their_problem", "follow_up", "say_it_back", "pause", "help", "depth", "close"
]
Style = Literal["open_question", "say_it_back", "concrete_follow_up"]
