"""Reads the file of weights back, and tags notes with it as the app does."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.line.confidence import Confidence
from models.line.decoder import COUNT, Decoded, decode, possible
from models.line.features import features_of
from models.line.lists import Entry, Lists
from models.line.tokens import Token, tokens_of
from models.line.weights import ENTRY_BYTES, MASK_BYTES, Weights


@dataclass(frozen=True)
class Model:
    """All that the file holds."""

    weights: Weights
    lists: Lists
    confidence: Confidence

    def decode(self, note: str) -> tuple[list[Token], Decoded]:
        """Return the tokens of a note and what was found in them."""
        tokens = tokens_of(note)
        emissions = self.weights.emissions(features_of(tokens, self.lists))
        return tokens, decode(emissions, self.weights.transitions)


def read_model(file: Path) -> Model:
    """Read a file of weights."""
    content = file.read_bytes()
    start = 4 + int.from_bytes(content[:4], "little")
    header = json.loads(content[4:start])
    sections: dict[str, bytes] = {}
    for name, length in header["sections"].items():
        sections[name] = content[start : start + length]
        start += length
    kinds = [Entry(*pair) for pair in header["entries"]]
    numbers = _columns(sections["entries"], ENTRY_BYTES)
    entries = {
        word: kinds[number]
        for word, number in zip(_ascending(sections["words"]), numbers, strict=True)
    }
    flat = list(_signed(sections["transitions"]))
    transitions = [flat[at : at + COUNT] for at in range(0, len(flat), COUNT)]
    weights = Weights(dict(_features(sections)), possible(transitions))
    return Model(weights, Lists(entries), Confidence.from_json(header["confidence"]))


def _features(sections: dict[str, bytes]) -> Iterator[tuple[int, dict[int, int]]]:
    scores = _signed(sections["scores"])
    masks = _columns(sections["masks"], MASK_BYTES)
    for number, mask in zip(_ascending(sections["features"]), masks, strict=True):
        yield number, {label: next(scores) for label in range(COUNT) if mask >> label & 1}


def _columns(content: bytes, width: int) -> list[int]:
    count = len(content) // width
    columns = [content[count * at : count * (at + 1)] for at in range(width)]
    return [int.from_bytes(row, "little") for row in zip(*columns, strict=True)]


def _signed(content: bytes) -> Iterator[int]:
    return (byte - 256 if byte > 127 else byte for byte in content)


def _ascending(content: bytes) -> Iterator[int]:
    last = difference = shift = 0
    for byte in content:
        difference |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            last += difference
            yield last
            difference = shift = 0
