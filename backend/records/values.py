"""The types of value that a field can have: their limits, and how two edits of one merge."""

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?Z", re.ASCII)
LINE_CHARACTERS = 200
TEXT_CHARACTERS = 100_000
LIST_ITEMS = 100


class Merge(StrEnum):
    """How a field that two devices changed at once is settled (docs/sync.md, "Merging")."""

    SINGLE = "single"
    END_STATE = "end_state"
    SET = "set"
    TEXT = "text"


def _is_moment(value: str) -> str:
    # One spelling, so that moments sort as text; fromisoformat alone takes week dates too.
    if not MOMENT.fullmatch(value):
        raise ValueError("a moment is written YYYY-MM-DDTHH:MM:SS.mmmZ, in UTC")
    datetime.fromisoformat(value)
    return value


def _is_day(value: str) -> str:
    if date.fromisoformat(value).isoformat() != value:
        raise ValueError("a day is written YYYY-MM-DD")
    return value


def _is_id(value: str) -> str:
    if str(UUID(value)) != value:
        raise ValueError("an id is a lower-case UUID with hyphens")
    return value


Id = Annotated[str, Field(max_length=36), AfterValidator(_is_id)]
Line = Annotated[str, Field(max_length=LINE_CHARACTERS)]
Text = Annotated[str, Field(max_length=TEXT_CHARACTERS), Merge.TEXT]
Moment = Annotated[str, Field(max_length=32), AfterValidator(_is_moment)]
EndMoment = Annotated[Moment, Merge.END_STATE]
Day = Annotated[str, Field(max_length=10), AfterValidator(_is_day)]
Ids = Annotated[list[Id], Field(max_length=LIST_ITEMS), Merge.SET]
Lines = Annotated[list[Line], Field(max_length=LIST_ITEMS), Merge.SET]
Ring = Literal["inner", "close", "active", "wide"]
Forecast = Literal["yes", "probably", "no"]
Channel = Literal["in_person", "call", "video", "message"]
Side = Literal["me", "them"]
