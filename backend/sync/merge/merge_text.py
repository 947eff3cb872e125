"""Merges two edits of one long text by words, so that no inserted word is lost."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from functools import reduce
from itertools import accumulate, pairwise

# Thai, Lao, Burmese, Khmer, kana and Han put no spaces between words: there a letter counts as one.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff"
    "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
WORD = re.compile(rf"(\s*)([{UNSPACED}][^\w\s]*|[^\s{UNSPACED}]+)|(\s+)\Z")
UNSPACED_START = re.compile(f"[{UNSPACED}]")
# About 200 ms of comparing: deterministic, where a clock would not be.
EFFORT_STEPS = 1_000_000


@dataclass(frozen=True)
class MergedText:
    """The merged text; `two_versions` where both edits changed the same place."""

    text: str
    two_versions: bool


@dataclass(frozen=True)
class Word:
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


class _TooMuchWork(Exception):
    """Two texts would take too long to compare."""


def merge_text(base: str | None, stored: str, sent: str) -> MergedText:
    """Keep what either side inserted, and leave out what either deleted; without base keep both.

    See docs/sync.md, "Merging".
    """
    if base is None:
        return _both_whole(stored, sent)
    words = _words(base)
    try:
        sides = [_Side(words, _words(text)) for text in (stored, sent)]
        text = _join(list(_merged(words, sides)))
    except _TooMuchWork:
        return _both_whole(stored, sent)
    if not (stored[:1].isspace() or sent[:1].isspace()):
        # A word that lost all before it brings its space along.
        text = text.lstrip()
    return MergedText(unicodedata.normalize("NFC", text), _same_place(*sides))


def _both_whole(stored: str, sent: str) -> MergedText:
    if not stored or not sent:
        return MergedText(stored or sent, False)
    return MergedText(f"{stored}\n{sent}", True)


def _words(text: str) -> list[Word]:
    found = [Word(space, word) for space, word, _ in WORD.findall(text) if word]
    return [*found, Word(text[len(text.rstrip()) :], "")]


class _Side:
    """One edit of the base: its hunks, and the white space before each word that it kept."""

    def __init__(self, base: list[Word], edited: list[Word]) -> None:
        self.hunks: dict[int, Hunk] = {}
        self.gone: set[int] = set()
        self.spaces: dict[int, str] = {}
        for tag, start, end, left, right in _opcodes(base, edited):
            if tag == "equal":
                self.spaces |= {start + n: edited[left + n].space for n in range(end - start)}
                continue
            self.gone.update(range(start, end))
            self.hunks[start] = Hunk(start, end, tuple(edited[left:right]))


def _opcodes(base: list[Word], edited: list[Word]) -> list[tuple[str, int, int, int, int]]:
    """Compare what lies between the equal beginnings and ends: most edits are small."""
    ours, theirs = [word.text for word in base], [word.text for word in edited]
    shorter = min(len(ours), len(theirs))
    head = next((n for n in range(shorter) if ours[n] != theirs[n]), shorter)
    most = shorter - head
    tail = next((n for n in range(most) if ours[-1 - n] != theirs[-1 - n]), most)
    matcher = _BoundedMatcher(ours[head : len(ours) - tail], theirs[head : len(theirs) - tail])
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
    """difflib's matcher, which gives up where it would take longer than a person waits."""

    def __init__(self, ours: list[str], theirs: list[str]) -> None:
        super().__init__(None, ours, theirs, autojunk=False)
        places: dict[str, list[int]] = self.b2j  # type: ignore[attr-defined]
        steps = (1 + len(places.get(word, ())) for word in ours)
        self._steps = [0, *accumulate(steps)]
        self._spent = 0

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        end = len(self._steps) - 1 if ahi is None else ahi
        self._spent += self._steps[end] - self._steps[alo]
        if self._spent > EFFORT_STEPS:
            raise _TooMuchWork
        return super().find_longest_match(alo, ahi, blo, bhi)


def _merged(base: list[Word], sides: list[_Side]) -> Iterator[Word]:
    gone = sides[0].gone | sides[1].gone
    for place, word in enumerate(base):
        inserted = [side.hunks[place].inserted for side in sides if place in side.hunks]
        yield from reduce(_both, dict.fromkeys(inserted), NOTHING)
        if place not in gone:
            changed = [side.spaces[place] for side in sides if side.spaces[place] != word.space]
            yield Word(changed[0] if changed else word.space, word.text)


def _both(first: tuple[Word, ...], second: tuple[Word, ...]) -> tuple[Word, ...]:
    """Join two insertions; where they are mostly the same, keep the common part once."""
    if not first:
        return second
    # difflib finds more or less in common by who is first: the order of arrival shall not matter.
    one, other = sorted((first, second), key=lambda words: (len(words), [w.text for w in words]))
    parts = _opcodes(list(one), list(other))
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
