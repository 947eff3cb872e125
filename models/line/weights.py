"""The weights of a trained tagger, and the file that holds them together with the word lists.

The file: the length of a header (4 bytes, little-endian), the header (JSON), and the sections that
it names, one behind the other. `pwa/src/domain/note_parser/tagger/weights.ts` reads it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from models.line.confidence import Confidence
from models.line.decoder import COUNT, LABELS, STEP, Scores, possible
from models.line.hashing import hash24
from models.line.lists import Entry, Lists

LARGEST = 127
MASK_BYTES = (COUNT + 7) // 8
ENTRY_BYTES = 2


@dataclass(frozen=True)
class Weights:
    """What a tagger has learned, in units of `STEP`: per hashed feature a score for some labels."""

    features: dict[int, dict[int, int]]
    transitions: Scores

    def emissions(self, features: list[list[str]]) -> Scores:
        """Add up the scores of each token's features: a score per token and label."""
        return [self._emission(of_token) for of_token in features]

    def _emission(self, features: list[str]) -> list[int]:
        scores = [0] * COUNT
        for feature in features:
            for label, score in self.features.get(hash24(feature), {}).items():
                scores[label] += score
        return scores


def quantize(states: dict[tuple[str, str], float], pairs: dict[tuple[str, str], float]) -> Weights:
    """Round learned weights to whole steps; what rounds to nothing is left out.

    Args:
        states: Weights by hashed feature and label.
        pairs: Weights by label and the label after it.
    """
    rounded: dict[int, dict[int, int]] = {}
    for (feature, label), weight in states.items():
        if steps := _steps(weight):
            rounded.setdefault(int(feature), {})[LABELS.index(label)] = steps
    transitions = [[_steps(pairs.get((one, other), 0.0)) for other in LABELS] for one in LABELS]
    return Weights(dict(sorted(rounded.items())), possible(transitions))


def pack(weights: Weights, lists: Lists, confidence: Confidence) -> bytes:
    """Return the file of a tagger."""
    sections = dict(_sections(weights, lists))
    header: dict[str, Any] = {
        "labels": LABELS,
        "step": STEP,
        "entries": [[entry.lists, entry.word_class] for entry in entry_kinds(lists)],
        "confidence": confidence.as_json(),
        "sections": {name: len(content) for name, content in sections.items()},
    }
    head = json.dumps(header, separators=(",", ":")).encode()
    return len(head).to_bytes(4, "little") + head + b"".join(sections.values())


def entry_kinds(lists: Lists) -> list[Entry]:
    """Return the different entries of the lists, the most frequent first."""
    return [entry for entry, _ in Counter(lists.entries.values()).most_common()]


def _steps(weight: float) -> int:
    return max(-LARGEST, min(LARGEST, round(weight / STEP)))


def _sections(weights: Weights, lists: Lists) -> Iterator[tuple[str, bytes]]:
    allowed = [max(score, -LARGEST) for row in weights.transitions for score in row]
    yield "transitions", _signed(allowed)
    kinds = entry_kinds(lists)
    yield "words", _ascending(lists.entries)
    yield "entries", _columns(map(kinds.index, lists.entries.values()), ENTRY_BYTES)
    rows = [sorted(row.items()) for row in weights.features.values()]
    yield "features", _ascending(weights.features)
    yield "masks", _columns((sum(1 << label for label, _ in row) for row in rows), MASK_BYTES)
    yield "scores", _signed(score for row in rows for _, score in row)


def _columns(numbers: Iterable[int], width: int) -> bytes:
    """Write the lowest byte of every number, then the next one of every number, and so on."""
    rows = [number.to_bytes(width, "little") for number in numbers]
    return b"".join(map(bytes, zip(*rows, strict=True)))


def _signed(numbers: Iterable[int]) -> bytes:
    return bytes(number & 0xFF for number in numbers)


def _ascending(numbers: Iterable[int]) -> bytes:
    """Write ascending numbers as their differences, 7 bits to a byte, the lowest first (LEB128)."""
    written, last = bytearray(), 0
    for number in numbers:
        difference, last = number - last, number
        while difference >= 0x80:
            written.append(difference & 0x7F | 0x80)
            difference >>= 7
        written.append(difference)
    return bytes(written)
