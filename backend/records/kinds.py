"""The schema: one class per kind of record, each field named once, with a default for ever."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from backend.records.values import (
    Channel,
    Day,
    EndMoment,
    Forecast,
    Id,
    Ids,
    Line,
    Lines,
    Moment,
    Ring,
    Side,
    Text,
)


class Kind(BaseModel):
    """What all kinds share: strict values, and the indexes that the browser's store has of them."""

    model_config = ConfigDict(strict=True)
    indexes: ClassVar[tuple[str, ...]] = ()

    def next_due(self) -> str | None:
        """Give the day or moment at which this record next wants attention, if any."""
        return None


class Person(Kind):
    """Somebody met, or to be met."""

    indexes = ("name",)

    name: Line = ""
    role: Line = ""
    organisation: Line = ""
    traits: Text = ""
    emails: Lines = []
    phones: Lines = []
    links: Lines = []
    ring: Ring | None = None
    notes: Text = ""
    captured_at: Moment | None = None
    let_go_at: EndMoment | None = None


class Conversation(Kind):
    """Contact with one or more people, and the card that was written about it."""

    indexes = ("captured_at", "person_ids*")

    person_ids: Ids = []
    event_id: Id | None = None
    channel: Channel = "in_person"
    begun_by: Side | None = None
    captured_at: Moment | None = None
    happened_at: Moment | None = None
    who: Line = ""
    line: Text = ""
    problem: Text = ""
    promise: Text = ""
    promise_due_on: Day | None = None
    forecast: Forecast | None = None
    notes: Text = ""


class FollowUp(Kind):
    """Something owed, by me or by them."""

    indexes = ("due_on", "person_ids*")

    owed_by: Side = "me"
    person_ids: Ids = []
    conversation_id: Id | None = None
    what: Text = ""
    due_on: Day | None = None
    due_at: Moment | None = None
    captured_at: Moment | None = None
    done_at: EndMoment | None = None
    dropped_at: EndMoment | None = None
    dropped_because: Line = ""

    def next_due(self) -> str | None:
        """Give the moment, else the day, at which an open follow-up is due."""
        if self.done_at or self.dropped_at:
            return None
        return self.due_at or self.due_on


class Event(Kind):
    """An occasion with a place, a time and one goal."""

    indexes = ("starts_at",)

    name: Line = ""
    series: Line = ""
    place: Line = ""
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    goal: Line = ""
    notes: Text = ""


class Setting(Kind):
    """One choice of the user's; its id is derived from its name (UUIDv5)."""

    name: Line = ""
    value: Line | None = None


KINDS: dict[str, type[Kind]] = {
    "person": Person,
    "conversation": Conversation,
    "follow_up": FollowUp,
    "event": Event,
    "setting": Setting,
}
