"""When a plant counts as a seedling, growing, thirsty, wilting or dormant."""

from typing import Literal

from backend.warmth.interactions import CONTACTS, Interaction, two_way
from backend.warmth.moments import DAY_MS
from backend.warmth.rhythm import awaited_since
from backend.warmth.tie import Tie

State = Literal["seedling", "growing", "thirsty", "wilting", "dormant", "let_go"]

# Judgements, to be recalibrated together; the bounds are shares of the rhythm that have passed.
SEEDLING_DAYS = 42
SEEDLING_CONTACTS = 3
COOLING: list[tuple[State, float]] = [("growing", 1), ("thirsty", 2), ("wilting", 8)]


def plant_state(tie: Tie, interactions: list[Interaction], now: int, x: float) -> State:
    """Return the state of a tie.

    Args:
        tie: Who it is to, and what is known of it.
        interactions: Its interactions, oldest first.
        now: The moment, in milliseconds.
        x: The share of the rhythm that has passed.
    """
    if tie.let_go_at:
        return "let_go"
    first = next((at for at, what in interactions if what in CONTACTS), None)
    began = awaited_since(tie, [], now) if first is None else first
    is_young = began is None or now - began < SEEDLING_DAYS * DAY_MS
    if is_young and len(two_way(interactions)) < SEEDLING_CONTACTS:
        return "seedling"
    return next((state for state, bound in COOLING if x < bound), "dormant")
