"""The schema: one class per kind of record, with each field and its default."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict

from backend.schema.values import (
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
    Shown,
    Side,
    Style,
    Text,
)


class Kind(BaseModel):
    """What all kinds share: strict values, and what is known of a kind besides its fields.

    The people that a record is about are always in `person_ids`, by which a purge finds it.

    Attributes:
        indexes: The fields by which the browser's store can look records up; a star marks a list.
        closed_by: The fields of which any one, once set, closes a record of this kind.
    """

    model_config = ConfigDict(strict=True)
    indexes: ClassVar[tuple[str, ...]] = ()
    closed_by: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def is_closed(cls, body: Mapping[str, object]) -> bool:
        """Check whether a record with these fields is closed, for example done or dropped."""
        return any(body.get(field) for field in cls.closed_by)

    @classmethod
    def next_due(cls, _body: Mapping[str, Any]) -> str | None:
        """Return the day or moment at which a record with these fields is due, if any."""
        return None


class Person(Kind):
    """A person met or to be met, or the user's own card."""

    indexes = ("name",)

    is_me: bool = False

    name: Annotated[Line, Shown("name", search=True, vcard="FN")] = ""
    role: Annotated[Line, Shown("role", search=True, vcard="TITLE")] = ""
    organisation: Annotated[Line, Shown("organisation", search=True, vcard="ORG")] = ""
    traits: Annotated[Text, Shown("how to recognise them", search=True)] = ""
    emails: Annotated[Lines, Shown("e-mail", search=True, vcard="EMAIL")] = []
    phones: Annotated[Lines, Shown("phone", search=True, vcard="TEL")] = []
    links: Annotated[Lines, Shown("link", search=True, vcard="URL")] = []
    ring: Annotated[Ring | None, Shown("ring")] = None
    notes: Annotated[Text, Shown("notes", search=True)] = ""
    draft: Annotated[Text, Shown("draft", search=True)] = ""
    captured_at: Moment | None = None
    plan_ended_at: Annotated[EndMoment | None, Shown("end of the first weeks’ plan")] = None
    let_go_at: Annotated[EndMoment | None, Shown("no more nudges")] = None


class Conversation(Kind):
    """A contact with one or more people, and the note about it."""

    indexes = ("captured_at", "event_id", "person_ids*")

    person_ids: Annotated[Ids, Shown("people")] = []
    event_id: Annotated[Id | None, Shown("event")] = None
    channel: Annotated[Channel, Shown("how")] = "in_person"
    begun_by: Annotated[Side | None, Shown("who got in touch")] = None
    captured_at: Moment | None = None
    happened_at: Annotated[Moment | None, Shown("when")] = None
    answered_at: Annotated[EndMoment | None, Shown("answered")] = None
    who: Annotated[Line, Shown("who", search=True)] = ""
    line: Annotated[Text, Shown("note", search=True)] = ""
    is_line_unread: bool = False
    decided: Lines = []
    problem: Annotated[Text, Shown("their problem", search=True)] = ""
    promise: Annotated[Text, Shown("promise", search=True)] = ""
    promise_due_on: Annotated[Day | None, Shown("due date")] = None
    forecast: Annotated[Forecast | None, Shown("whether they would pick up")] = None
    their_day_on: Annotated[Day | None, Shown("the day in their life")] = None
    their_day_what: Annotated[Line, Shown("what happens in their life", search=True)] = ""
    notes: Annotated[Text, Shown("notes", search=True)] = ""
    recalled: Annotated[Text, Shown("what I recalled", search=True)] = ""
    recalled_at: Moment | None = None


class FollowUp(Kind):
    """Something owed, by me or by them."""

    indexes = ("conversation_id", "due_on", "person_ids*")
    closed_by = ("done_at", "dropped_at", "broken_at")

    owed_by: Annotated[Side, Shown("who promised")] = "me"
    person_ids: Annotated[Ids, Shown("people")] = []
    conversation_id: Id | None = None
    what: Annotated[Text, Shown("promise", search=True)] = ""
    due_on: Annotated[Day | None, Shown("due date")] = None
    due_at: Annotated[Moment | None, Shown("due time")] = None
    captured_at: Moment | None = None
    done_at: Annotated[EndMoment | None, Shown("done")] = None
    dropped_at: Annotated[EndMoment | None, Shown("dropped")] = None
    dropped_because: Annotated[Line, Shown("why it was dropped", search=True)] = ""
    broken_at: Annotated[EndMoment | None, Shown("broken")] = None

    @classmethod
    def next_due(cls, body: Mapping[str, Any]) -> str | None:
        """Return the moment, else the day, at which an open follow-up is due."""
        return None if cls.is_closed(body) else body.get("due_at") or body.get("due_on")


class Event(Kind):
    """An event with a place, a time and one goal; `set_aside` holds further goals.

    An event of whole days has them in `starts_on` and `ends_on`, which are the same days in every
    zone. Its `starts_at` and `ends_at` are then the midnights where it was added.
    """

    indexes = ("starts_at",)

    name: Annotated[Line, Shown("name", search=True)] = ""
    series: Annotated[Line, Shown("series", search=True)] = ""
    place: Annotated[Line, Shown("place", search=True)] = ""
    link: Annotated[Line, Shown("link", search=True)] = ""
    calendar_uid: Line = ""
    starts_at: Annotated[Moment | None, Shown("start")] = None
    ends_at: Annotated[Moment | None, Shown("end")] = None
    starts_on: Annotated[Day | None, Shown("first day")] = None
    ends_on: Annotated[Day | None, Shown("last day")] = None
    cancelled_at: Annotated[EndMoment | None, Shown("cancelled")] = None
    goal: Annotated[Line, Shown("goal", search=True)] = ""
    set_aside: Annotated[Text, Shown("what was set aside", search=True)] = ""
    if_heard: Annotated[Line, Shown("what I listen for", search=True)] = ""
    then_i: Annotated[Line, Shown("what I do then", search=True)] = ""
    question: Annotated[Line, Shown("my question", search=True)] = ""
    prepared_at: Moment | None = None
    without_goal_at: EndMoment | None = None
    started_at: EndMoment | None = None
    ended_at: EndMoment | None = None
    hint_dismissed_at: EndMoment | None = None
    notes: Annotated[Text, Shown("notes", search=True)] = ""


class Target(Kind):
    """A person, or a kind of person, to meet at one event."""

    indexes = ("event_id", "person_ids*")

    event_id: Id | None = None
    person_ids: Annotated[Ids, Shown("people")] = []
    who: Annotated[Line, Shown("who", search=True)] = ""
    why: Annotated[Text, Shown("why", search=True)] = ""
    question: Annotated[Line, Shown("first question", search=True)] = ""
    offer: Annotated[Text, Shown("what I can offer", search=True)] = ""
    avoid: Annotated[Text, Shown("what to avoid", search=True)] = ""
    captured_at: Moment | None = None
    met_at: Annotated[EndMoment | None, Shown("met")] = None


class Problem(Kind):
    """A problem of a person, in their words."""

    indexes = ("conversation_id", "person_ids*")
    closed_by = ("solved_at",)

    person_ids: Annotated[Ids, Shown("people")] = []
    conversation_id: Id | None = None
    what: Annotated[Text, Shown("their problem", search=True)] = ""
    captured_at: Moment | None = None
    solved_at: Annotated[EndMoment | None, Shown("solved")] = None


class Strength(Kind):
    """What a person, or the user, can help others with."""

    indexes = ("person_ids*",)

    person_ids: Annotated[Ids, Shown("people")] = []
    conversation_id: Id | None = None
    what: Annotated[Text, Shown("strength", search=True)] = ""
    captured_at: Moment | None = None


class Prompt(Kind):
    """A listening prompt that the user wrote."""

    words: Annotated[Line, Shown("prompt", search=True)] = ""
    family: Family = "open"
    style: Style = "open_question"
    captured_at: Moment | None = None


class PromptUse(Kind):
    """A listening prompt that was shown, and what became of it."""

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
    """The user's answer to a nudge about a person; its id is derived from theirs (UUIDv5)."""

    indexes = ("person_ids*",)

    person_ids: Ids = []
    put_off_to: Day | None = None
    passed_at: Moment | None = None


class Setting(Kind):
    """One setting of the user; its id is derived from its name (UUIDv5)."""

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
