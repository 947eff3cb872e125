"""Compares what was found in notes with what is labelled, field by field.

A match is counted twice: *exact*, the same tag and the same first and last sign; and *near*, the
same after punctuation at both edges, and articles, pronouns, conjunctions and prepositions at the
beginning, are taken away.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from models.line.labelled import Note, Span

# The fields of the tables; "D+" is a day together with the promise that it belongs to.
FIELDS = ("P", "R", "O", "X", "M", "T", "D", "D+", "L", "W")
LEADING = re.compile(
    r"(?:[\W_]+|(?:an?|the|her|his|their|she|he|they|who|and|but|so|says?|that|is|to|be"
    r"|by|on|before|in|at|until|for|from|due|this|der|die|das|ein|eine|er|sie|und|zu|bis|am|im"
    r"|el|la|los|las|un|una|y|que|de|para|pal|en|het|een|op|voor|te)\b)+",
    re.IGNORECASE,
)
TRAILING = re.compile(r"[\W_]+$")


@dataclass(frozen=True, order=True)
class Found:
    """A span that a reader found, in code points, with its verdict: sure, asked or dropped."""

    start: int
    end: int
    tag: str
    verdict: str


@dataclass
class Tally:
    """How many were right, how many were found, how many are labelled."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right, if anything was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what is labelled that was found, if anything is labelled."""
        return self.right / self.labelled if self.labelled else None

    def add(self, other: "Tally") -> None:
        """Add the counts of another."""
        self.right += other.right
        self.found += other.found
        self.labelled += other.labelled


@dataclass
class Score:
    """The tallies of a reader over notes, for one way of counting a match."""

    sure: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    shown: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    notes: int = 0
    whole: int = 0
    empty: int = 0
    empty_asked: int = 0
    empty_sure: int = 0


Place = Callable[[str, Span], tuple[object, ...]]


def exact(_: str, span: Span) -> tuple[object, ...]:
    """Return the place of a span as it is."""
    return (span.tag, span.start, span.end)


def near(text: str, span: Span) -> tuple[object, ...]:
    """Return the place of a span without small words and punctuation at its edges."""
    words = text[span.start : span.end]
    lead = LEADING.match(words)
    start = lead.end() if lead and lead.end() < len(words) else 0
    tail = TRAILING.search(words)
    end = tail.start() if tail and tail.start() > start else len(words)
    return (span.tag, span.start + start, span.start + end)


def score(notes: Sequence[Note], found: Sequence[Iterable[Found]], place: Place) -> Score:
    """Score what a reader found in notes; mentions (N) are not a field."""
    total = Score()
    for note, of_note in zip(notes, found, strict=True):
        listed = [one for one in of_note if one.tag != "N" and one.verdict != "dropped"]
        shown = [Span(one.start, one.end, one.tag) for one in listed]
        sure = [Span(one.start, one.end, one.tag) for one in listed if one.verdict == "sure"]
        _add(total.sure, note, sure, place)
        _add(total.shown, note, shown, place)
        labelled = {place(note.text, span) for span in note.spans if span.tag != "N"}
        total.notes += 1
        total.whole += {place(note.text, span) for span in shown} == labelled
        total.empty += note.is_empty
        total.empty_asked += note.is_empty and bool(shown)
        total.empty_sure += note.is_empty and bool(sure)
    return total


def _add(tallies: dict[str, Tally], note: Note, found: list[Span], place: Place) -> None:
    for name in FIELDS:
        wanted = _places(name, note.text, note.spans, place)
        got = _places(name, note.text, found, place)
        tallies[name].add(Tally(len(wanted & got), len(got), len(wanted)))


def _places(name: str, text: str, spans: Iterable[Span], place: Place) -> set[object]:
    spans = list(spans)
    if name == "D+":
        pairs = [(promise_of(day, spans), day) for day in spans if day.tag == "D"]
        return {(place(text, one), place(text, day)) for one, day in pairs if one}
    return {place(text, span) for span in spans if span.tag == name}


def promise_of(day: Span, spans: list[Span]) -> Span | None:
    """Return the promise that a day belongs to: the nearest, the one before it if both are near."""
    promises = [span for span in spans if span.tag in "MT"]
    return min(promises, key=lambda one: (_distance(one, day), one.start), default=None)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
