"""The sentence that explains a value of warmth."""

from math import floor

from backend.warmth.warmth import Warmth

# From which share of one side the sentence says that it is mostly that side.
MOSTLY = 0.6


def explain(tie: Warmth) -> str:
    """Explain why a tie is as warm as it is.

    Returns:
        Such as "54: you talked 84 days ago; usually every 3 weeks; you both write."
    """
    parts = [_last(tie)]
    parts += [_sides(tie)] * bool(tie.writes or tie.contacts_count)
    parts += ["a promise was broken"] * tie.broke
    return f"{tie.warmth}: {'; '.join(parts)}."


def _last(tie: Warmth) -> str:
    if tie.days_ago is None:
        return "you haven't talked yet"
    if tie.last is None:
        return f"you haven't talked yet; added {_ago(tie.days_ago)}"
    verb = "wrote" if tie.last == "message" else "talked"
    return f"you {verb} {_ago(tie.days_ago)}; usually {_rhythm(floor(tie.rhythm_days + 0.5))}"


def _ago(days: int) -> str:
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def _rhythm(days: int) -> str:
    if days >= 548:
        return f"every {floor(days / 365 + 0.5)} years"
    if days >= 300:
        return "about once a year"
    if days >= 50:
        return f"every {floor(days / 30.4 + 0.5)} months"
    if days >= 14:
        return f"every {floor(days / 7 + 0.5)} weeks"
    return f"every {days} days" if days > 1 else "every day"


def _sides(tie: Warmth) -> str:
    if tie.waits:
        return "your message is unanswered"
    if not tie.writes:
        count = tie.contacts_count
        return "1 conversation so far" if count == 1 else f"{count} conversations so far"
    share = (tie.theirs + 1) / (tie.mine + tie.theirs + 2)
    if share > MOSTLY:
        return "mostly they write"
    return "mostly you write" if share < 1 - MOSTLY else "you both write"
