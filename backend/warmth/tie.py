"""What the rules look at: all that happened between me and one person, in ISO 8601."""

from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Literal

Ring = Literal["inner", "close", "active", "wide"]
Channel = Literal["in_person", "call", "video", "message"]
Side = Literal["me", "them"]


@dataclass(frozen=True)
class Contact:
    """One contact with a person; only a message can be without an answer."""

    at: str
    channel: Channel = "in_person"
    begun_by: Side | None = None
    answered_at: str | None = None


@dataclass(frozen=True)
class Tie:
    """A person as the rules see them; `zone` tells on which local day something happened."""

    zone: tzinfo
    is_me: bool = False
    added_at: str | None = None
    ring: Ring | None = None
    contacts: list[Contact] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    introduced: list[str] = field(default_factory=list)
    plan_ended_at: str | None = None
    let_go_at: str | None = None
    put_off_to: str | None = None
    passed_at: str | None = None
