"""Decodes a note: the best labels and how probable each span of them is.

A linear-chain model: scores of labels per token plus scores of pairs of neighbours. All scores are
integers in steps of `STEP`, so that the best labels are the same in every language that decodes.
`pwa/src/domain/note_parser/tagger/decode.ts` does exactly the same.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from models.line.labelled import TAGS

# One unit of a weight, in natural logarithms.
STEP = 1 / 16
LABELS = ("O", *(f"{part}-{tag}" for tag in TAGS for part in "BI"))
COUNT = len(LABELS)
FORBIDDEN = -1_000_000
Scores = list[list[int]]


@dataclass(frozen=True)
class Decoded:
    """Stretches of tokens with a tag, and how probable each is; `something` that any is there."""

    spans: list[tuple[int, int, str, float]]
    something: float


def decode(emissions: Scores, transitions: Scores) -> Decoded:
    """Decode a note.

    Args:
        emissions: Per token a score per label, in the order of `LABELS`.
        transitions: Scores of label after label; those that are impossible are `FORBIDDEN`.

    Returns:
        The spans of the best path: first token, token after the last, tag, probability.
    """
    if not emissions:
        return Decoded([], 0.0)
    lattice = _Lattice(emissions, transitions)
    found = [
        (start, end, tag, lattice.probability(start, end, tag))
        for start, end, tag in _spans(_best_path(emissions, transitions))
    ]
    return Decoded(found, 1 - lattice.probability_of_nothing())


def possible(transitions: Scores) -> Scores:
    """Return transitions in which a label that continues a span stands only behind its own tag."""
    return [
        [
            FORBIDDEN
            if _continues(after) and not _fits(before, after)
            else transitions[before][after]
            for after in range(COUNT)
        ]
        for before in range(COUNT)
    ]


def _continues(label: int) -> bool:
    return label > 0 and label % 2 == 0


def _fits(before: int, after: int) -> bool:
    return before in (after, after - 1)


def _best_path(emissions: Scores, transitions: Scores) -> list[int]:
    best = [s + (FORBIDDEN if _continues(label) else 0) for label, s in enumerate(emissions[0])]
    came_from: list[list[int]] = []
    columns = list(zip(*transitions, strict=True))
    for scores in emissions[1:]:
        into = [list(map(int.__add__, best, column)) for column in columns]
        best = [max(options) + score for options, score in zip(into, scores, strict=True)]
        came_from.append([options.index(max(options)) for options in into])
    path = [max(range(COUNT), key=best.__getitem__)]
    for before in reversed(came_from):
        path.append(before[path[-1]])
    return path[::-1]


def _spans(path: list[int]) -> list[tuple[int, int, str]]:
    starts = [at for at, label in enumerate(path) if label % 2 == 1]
    spans = []
    for start in starts:
        end = start + 1
        while end < len(path) and path[end] == path[start] + 1:
            end += 1
        spans.append((start, end, LABELS[path[start]][2:]))
    return spans


class _Lattice:
    """Sums over all labellings: forward from the start, backward from the end.

    Each row of sums is divided by its total, and the logarithm of what it was divided by is kept.
    """

    def __init__(self, emissions: Scores, transitions: Scores) -> None:
        self.scores = [[score * STEP for score in row] for row in emissions]
        self.pairs = [[score * STEP for score in row] for row in transitions]
        self.factors = [[math.exp(score) for score in row] for row in self.pairs]
        self.tops = [max(row) for row in self.scores]
        self.rows = [
            [math.exp(score - top) for score in row]
            for row, top in zip(self.scores, self.tops, strict=True)
        ]
        self.forward, self.forward_logs = self._forward()
        self.backward, self.backward_logs = self._backward()
        self.total = self.forward_logs[-1]

    def _forward(self) -> tuple[list[list[float]], list[float]]:
        row = [0.0 if _continues(label) else value for label, value in enumerate(self.rows[0])]
        sums, logs = [_divided(row)], [math.log(sum(row)) + self.tops[0]]
        columns = list(zip(*self.factors, strict=True))
        for own, top in zip(self.rows[1:], self.tops[1:], strict=True):
            row = [own[to] * _product(sums[-1], columns[to]) for to in range(COUNT)]
            sums.append(_divided(row))
            logs.append(logs[-1] + math.log(sum(row)) + top)
        return sums, logs

    def _backward(self) -> tuple[list[list[float]], list[float]]:
        sums, logs = [_divided([1.0] * COUNT)], [math.log(COUNT)]
        for own, top in zip(self.rows[:0:-1], self.tops[:0:-1], strict=True):
            after = [value * own[to] for to, value in enumerate(sums[-1])]
            row = [_product(after, self.factors[one]) for one in range(COUNT)]
            sums.append(_divided(row))
            logs.append(logs[-1] + math.log(sum(row)) + top)
        return sums[::-1], logs[::-1]

    def probability(self, start: int, end: int, tag: str) -> float:
        """Return how probable it is that exactly these tokens are a span of the tag."""
        label = LABELS.index(f"B-{tag}")
        inside = label + 1
        found = self.forward[start][label]
        score = self.forward_logs[start] - self.total
        for at in range(start + 1, end):
            score += self.pairs[label][inside] + self.scores[at][inside]
            label = inside
        if end < len(self.scores):
            found *= sum(
                self.factors[label][to] * self.rows[end][to] * self.backward[end][to]
                for to in range(COUNT)
                if to != inside
            )
            score += self.tops[end] + self.backward_logs[end]
        return math.exp(score + math.log(found)) if found > 0 else 0.0

    def probability_of_nothing(self) -> float:
        """Return how probable it is that there is nothing but mentions of people."""
        quiet = [0, LABELS.index("B-N"), LABELS.index("I-N")]
        row = [self.forward[0][label] for label in quiet]
        score = self.forward_logs[0] - self.total
        for own, top in zip(self.rows[1:], self.tops[1:], strict=True):
            row = [
                own[to] * sum(v * self.factors[one][to] for v, one in zip(row, quiet, strict=True))
                for to in quiet
            ]
            divisor = sum(row)
            if divisor == 0:
                return 0.0
            row = [value / divisor for value in row]
            score += math.log(divisor) + top
        return sum(row) * math.exp(score)


def _divided(row: list[float]) -> list[float]:
    total = sum(row)
    return [value / total for value in row]


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
