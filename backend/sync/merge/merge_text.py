"""Merges two edits of one long text by words, so that no inserted word is lost."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from functools import partial, reduce
from itertools import accumulate, pairwise
from typing import NamedTuple

from backend.sync.merge.effort import Effort, TooMuchWork

# Thai, Lao, Burmese, Khmer, kana and Han put no spaces between words: there a letter counts as one.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff"
    "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
WORD = re.compile(rf"(\s*)([{UNSPACED}][^\w\s]*|[^\s{UNSPACED}]+)|(\s+)\Z")
UNSPACED_START = re.compile(f"[{UNSPACED}]")
# Measured, in steps of an `Effort`: what a word costs when a text is split and put together, and
# when two texts are compared, besides the comparing itself.
STEPS_PER_WORD = 10
STEPS_PER_COMPARED_WORD = 4
STEPS_PER_MATCH = 20
CHARACTERS_PER_STEP = 8


@dataclass(frozen=True)
class MergedText:
    """The merged text; `two_versions` where both edits changed the same place."""

    text: str
    two_versions: bool


class Word(NamedTuple):
    """A word and the white space before it; the last one of a text is empty."""

    space: str
    text: str


NOTHING: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Hunk:
    """One place of an edit: the base's words [start, end) became `inserted`."""

    start: int
    end: int
    inserted: tuple[Word, ...]


def merge_text(base: str | None, stored: str, sent: str, effort: Effort) -> MergedText:
    """Keep what either side inserted, and leave out what either deleted; without base keep both.

    See docs/sync.md, "Merging".

    Args:
        base: The text that both edits began with, if it is known.
        stored: The edit that is stored.
        sent: The edit that a device sent.
        effort: What is left for merging; where it is not enough, both edits are kept whole.
    """
    if base is None:
        return _both_whole(stored, sent)
    try:
        effort.spend(sum(map(_cost, (base, stored, sent))))
        words = _words(base)
        sides = [_Side(words, _words(text), effort) for text in (stored, sent)]
        text = _join(list(_merged(words, sides, effort)))
    except TooMuchWork:
        return _both_whole(stored, sent)
    if not (stored[:1].isspace() or sent[:1].isspace()):
        # A word that lost all before it brings its space along.
        text = text.lstrip()
    return MergedText(unicodedata.normalize("NFC", text), _same_place(*sides))


def _both_whole(stored: str, sent: str) -> MergedText:
    if not stored or not sent:
        return MergedText(stored or sent, False)
    return MergedText(f"{stored}\n{sent}", True)


def _cost(text: str) -> int:
    """Return the steps for a text with at most so many words, before it is split."""
    word_count = len(text.split()) + 2 * len(UNSPACED_START.findall(text))
    return word_count * STEPS_PER_WORD + len(text) // CHARACTERS_PER_STEP


def _words(text: str) -> list[Word]:
    found = [Word(space, word) for space, word, _ in WORD.findall(text) if word]
    return [*found, Word(text[len(text.rstrip()) :], "")]


class _Side:
    """One edit of the base: its hunks, and the white space before each word that it kept."""

    def __init__(self, base: list[Word], edited: list[Word], effort: Effort) -> None:
        self.hunks: dict[int, Hunk] = {}
        self.gone: set[int] = set()
        self.spaces = [word.space for word in base]
        for tag, start, end, left, right in _opcodes(base, edited, effort):
            if tag == "equal":
                self.spaces[start:end] = [word.space for word in edited[left:right]]
                continue
            self.gone.update(range(start, end))
            self.hunks[start] = Hunk(start, end, tuple(edited[left:right]))


def _opcodes(
    base: list[Word], edited: list[Word], effort: Effort
) -> list[tuple[str, int, int, int, int]]:
    """Compare what lies between the equal beginnings and ends: most edits are small."""
    effort.spend((len(base) + len(edited)) * STEPS_PER_COMPARED_WORD)
    ours, theirs = [word.text for word in base], [word.text for word in edited]
    shorter = min(len(ours), len(theirs))
    head = next((n for n in range(shorter) if ours[n] != theirs[n]), shorter)
    most = shorter - head
    tail = next((n for n in range(most) if ours[-1 - n] != theirs[-1 - n]), most)
    middles = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    matcher = _BoundedMatcher(*middles, effort)
    middle = [
        (tag, a + head, b + head, c + head, d + head) for tag, a, b, c, d in matcher.get_opcodes()
    ]
    a, b = len(ours) - tail, len(theirs) - tail
    return [
        ("equal", 0, head, 0, head),
        *middle,
        ("equal", a, len(ours), b, len(theirs)),
    ]


class _BoundedMatcher(SequenceMatcher[str]):
    """difflib's matcher, which gives up where it would take more than the effort that is left."""

    def __init__(self, ours: list[str], theirs: list[str], effort: Effort) -> None:
        super().__init__(None, ours, theirs, autojunk=False)
        places: dict[str, list[int]] = self.b2j  # type: ignore[attr-defined]
        steps = (1 + len(places.get(word, ())) for word in ours)
        self._steps = [0, *accumulate(steps)]
        self._effort = effort

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        end = len(self._steps) - 1 if ahi is None else ahi
        self._effort.spend(STEPS_PER_MATCH + self._steps[end] - self._steps[alo])
        return super().find_longest_match(alo, ahi, blo, bhi)


def _merged(base: list[Word], sides: list[_Side], effort: Effort) -> Iterator[Word]:
    stored, sent = sides
    gone, changed = stored.gone | sent.gone, stored.hunks.keys() | sent.hunks.keys()
    for place, word in enumerate(base):
        if place in changed:
            inserted = [side.hunks[place].inserted for side in sides if place in side.hunks]
            yield from reduce(partial(_both, effort=effort), dict.fromkeys(inserted), NOTHING)
        if place not in gone:
            ours, theirs = stored.spaces[place], sent.spaces[place]
            yield Word(ours if ours != word.space else theirs, word.text)


def _both(first: tuple[Word, ...], second: tuple[Word, ...], effort: Effort) -> tuple[Word, ...]:
    """Join two insertions; where they are mostly the same, keep the common part once."""
    if not first:
        return second
    # difflib finds more or less in common by who is first: the order of arrival shall not matter.
    one, other = sorted((first, second), key=lambda words: (len(words), [w.text for w in words]))
    parts = _opcodes(list(one), list(other), effort)
    common = sum(end - start for tag, start, end, _, _ in parts if tag == "equal")
    if 2 * common < min(len(first), len(second)):
        return (*first, *second)
    return tuple(
        word
        for tag, start, end, left, right in parts
        for word in (*one[start:end], *(() if tag == "equal" else other[left:right]))
    )


def _join(words: list[Word]) -> str:
    parts = [words[0].space + words[0].text]
    for before, word in pairwise(words):
        parts.append((word.space or _gap(before.text, word.text)) + word.text)
    return "".join(parts)


def _gap(before: str, word: str) -> str:
    """Return the space between two words that were never written side by side."""
    unspaced = UNSPACED_START.match(before) or UNSPACED_START.match(word)
    return "" if unspaced or not before or not word else " "


def _same_place(stored: _Side, sent: _Side) -> bool:
    return bool(_rewritten(stored, sent) & _rewritten(sent, stored))


def _rewritten(side: _Side, other: _Side) -> set[int]:
    """Return the places where this side wrote something that the other did not write as well."""
    own = set(side.hunks.values()) - set(other.hunks.values())
    return {
        place
        for hunk in own
        if hunk.inserted
        for place in range(hunk.start, max(hunk.end, hunk.start + 1))
    }
