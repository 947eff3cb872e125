"""The schema: one class per kind of record, each field named once, with a default for ever."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from backend.records.values import (
    Channel,
    Day,
    EndMoment,
    Family,
    Forecast,
    Id,
    Ids,
    Line,
    Lines,
    Moment,
    Ring,
    Side,
    Style,
    Text,
)


class Kind(BaseModel):
    """What all kinds share: strict values, and the indexes that the browser's store has of them.

    Whom a record is about always stands in `person_ids`: by it a purge finds what goes with them.
    """

    model_config = ConfigDict(strict=True)
    indexes: ClassVar[tuple[str, ...]] = ()

    def next_due(self) -> str | None:
        """Give the day or moment at which this record next wants attention, if any."""
        return None


class Person(Kind):
    """Somebody met, or to be met; or the user's own card."""

    indexes = ("name",)

    is_me: bool = False

    name: Line = ""
    role: Line = ""
    organisation: Line = ""
    traits: Text = ""
    emails: Lines = []
    phones: Lines = []
    links: Lines = []
    ring: Ring | None = None
    notes: Text = ""
    draft: Text = ""
    captured_at: Moment | None = None
    plan_ended_at: EndMoment | None = None
    let_go_at: EndMoment | None = None


class Conversation(Kind):
    """Contact with one or more people, and the card that was written about it."""

    indexes = ("captured_at", "event_id", "person_ids*")

    person_ids: Ids = []
    event_id: Id | None = None
    channel: Channel = "in_person"
    begun_by: Side | None = None
    captured_at: Moment | None = None
    happened_at: Moment | None = None
    answered_at: EndMoment | None = None
    who: Line = ""
    line: Text = ""
    is_line_unread: bool = False
    decided: Lines = []
    problem: Text = ""
    promise: Text = ""
    promise_due_on: Day | None = None
    forecast: Forecast | None = None
    their_day_on: Day | None = None
    their_day_what: Line = ""
    notes: Text = ""
    recalled: Text = ""
    recalled_at: Moment | None = None


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
    broken_at: EndMoment | None = None

    def next_due(self) -> str | None:
        """Give the moment, else the day, at which an open follow-up is due."""
        if self.done_at or self.dropped_at or self.broken_at:
            return None
        return self.due_at or self.due_on


class Event(Kind):
    """An occasion with a place, a time and one goal; further goals are set aside."""

    indexes = ("starts_at",)

    name: Line = ""
    series: Line = ""
    place: Line = ""
    link: Line = ""
    calendar_uid: Line = ""
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    goal: Line = ""
    set_aside: Text = ""
    if_heard: Line = ""
    then_i: Line = ""
    question: Line = ""
    prepared_at: Moment | None = None
    without_goal_at: EndMoment | None = None
    started_at: EndMoment | None = None
    ended_at: EndMoment | None = None
    hint_dismissed_at: EndMoment | None = None
    notes: Text = ""


class Target(Kind):
    """A person, or a kind of person, wanted at one event."""

    indexes = ("event_id", "person_ids*")

    event_id: Id | None = None
    person_ids: Ids = []
    who: Line = ""
    why: Text = ""
    question: Line = ""
    offer: Text = ""
    avoid: Text = ""
    captured_at: Moment | None = None
    met_at: EndMoment | None = None


class Problem(Kind):
    """What a person struggles with, in their words."""

    indexes = ("person_ids*",)

    person_ids: Ids = []
    conversation_id: Id | None = None
    what: Text = ""
    captured_at: Moment | None = None
    solved_at: EndMoment | None = None


class Strength(Kind):
    """What a person, or the user, can help others with."""

    indexes = ("person_ids*",)

    person_ids: Ids = []
    conversation_id: Id | None = None
    what: Text = ""
    captured_at: Moment | None = None


class Prompt(Kind):
    """A listening prompt of the user's own."""

    words: Line = ""
    family: Family = "open"
    style: Style = "open_question"
    captured_at: Moment | None = None


class PromptUse(Kind):
    """Where a listening prompt was shown, oldest first; what came of it stands on the card."""

    indexes = ("conversation_id", "shown_at", "person_ids*")

    prompt_id: Line = ""
    family: Family = "open"
    style: Style = "open_question"
    event_id: Id | None = None
    conversation_id: Id | None = None
    person_ids: Ids = []
    shown_at: Moment | None = None
    swiped_at: EndMoment | None = None


class Nudge(Kind):
    """What the user said to the nudge about a person; its id is derived from theirs (UUIDv5)."""

    indexes = ("person_ids*",)

    person_ids: Ids = []
    put_off_to: Day | None = None
    passed_at: Moment | None = None


class Setting(Kind):
    """One choice of the user's; its id is derived from its name (UUIDv5)."""

    name: Line = ""
    value: Line | None = None


KINDS: dict[str, type[Kind]] = {
    "person": Person,
    "conversation": Conversation,
    "follow_up": FollowUp,
    "event": Event,
    "target": Target,
    "problem": Problem,
    "strength": Strength,
    "prompt": Prompt,
    "prompt_use": PromptUse,
    "nudge": Nudge,
    "setting": Setting,
}
