"""The interactions that a tie consists of at a moment, each once, with its weight."""

from typing import NamedTuple

from backend.warmth.moments import DAY_MS, read_moment
from backend.warmth.tie import Contact, Tie

# Judgements, to be recalibrated together.
TWO_WAY = {"in_person": 3.0, "call": 2.0, "video": 2.0, "message": 1.0}
CONTACTS = TWO_WAY | {"mine": 0.3, "theirs": 0.5}
WEIGHTS = CONTACTS | {"kept": 2.0, "introduced": 2.0, "broken": -2.0}
ANSWER_WITHIN_DAYS = 14


class Interaction(NamedTuple):
    """One interaction: `mine` and `theirs` are messages that nobody answered in time."""

    at: int
    what: str


def interactions_of(tie: Tie, now: int) -> list[Interaction]:
    """Return the interactions up to `now`, the earliest first."""
    interactions = [
        interaction for contact in tie.contacts for interaction in _interactions_of(contact, now)
    ]
    single = {"kept": tie.kept, "introduced": tie.introduced, "broken": tie.broken}
    for what, moments in single.items():
        read_at = (read_moment(moment, now) for moment in moments)
        interactions += [Interaction(at, what) for at in read_at if at is not None]
    return sorted(interactions)


def two_way(interactions: list[Interaction]) -> list[int]:
    """Return the times of contact in both directions, the earliest first."""
    return [at for at, what in interactions if what in TWO_WAY]


def _interactions_of(contact: Contact, now: int) -> list[Interaction]:
    """Return what a contact counts as; an answer that came too late is a message of its own."""
    at = read_moment(contact.at, now)
    if at is None:
        return []
    if contact.channel != "message" or contact.begun_by is None:
        return [Interaction(at, contact.channel)]
    sent, back = ("mine", "theirs") if contact.begun_by == "me" else ("theirs", "mine")
    answered = read_moment(contact.answered_at, now)
    if answered is None:
        return [Interaction(at, sent)]
    if answered - at <= ANSWER_WITHIN_DAYS * DAY_MS:
        return [Interaction(max(answered, at), "message")]
    return [Interaction(at, sent), Interaction(answered, back)]
