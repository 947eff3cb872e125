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
    parts = [f"{_last(tie)} (usual {floor(tie.rhythm_days + 0.5)})"]
    parts += [_sides(tie)] * bool(tie.writes or tie.contacts_count)
    parts += ["a promise was broken"] * tie.broke
    return f"{tie.warmth}: {'; '.join(parts)}."


def _last(tie: Warmth) -> str:
    if tie.days_ago is None:
        return "not talked yet"
    if tie.last is None:
        return f"not talked yet, added {_ago(tie.days_ago)}"
    return f"last {'wrote' if tie.last == 'message' else 'talked'} {_ago(tie.days_ago)}"


def _ago(days: int) -> str:
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def _sides(tie: Warmth) -> str:
    if tie.waits:
        return "your message waits for an answer"
    if not tie.writes:
        return (
            "one talk so far" if tie.contacts_count == 1 else f"{tie.contacts_count} talks so far"
        )
    share = (tie.theirs + 1) / (tie.mine + tie.theirs + 2)
    if share > MOSTLY:
        return "mostly they write"
    return "mostly you write" if share < 1 - MOSTLY else "you both write"
