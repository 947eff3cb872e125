"""Rates how sure a found span is: calibrates probabilities and draws two thresholds.

Above the upper threshold a span is *sure*, between both it is *asked*, below it is dropped.
"""

import math
from dataclasses import dataclass
from typing import Any

from models.line.labelled import TAGS

# Wanted on writers whose lines were not used: precision of what is sure, and of what is asked.
SURE, ASKED = 0.95, 0.6
# At most this share of notes with nothing to find may end with a question.
NOISE = 0.05
# And at most this share with a fact.
FALSE_FACTS = 0.005
# Pulls the calibration towards the model's own probabilities where there is little to learn from.
PULL = 1.0
NEVER = 2.0
# Probabilities nearer to 0 or 1 than this are not told apart.
LEAST = 1e-4
Row = tuple[float, float, float]
# The weights of a calibration that leaves the model's probability as it is.
PRIOR: Row = (0.0, 1.0, 0.0)


@dataclass(frozen=True)
class Finding:
    """A span that the model proposed on a note, and whether it was labelled exactly so."""

    tag: str
    probability: float
    something: float
    note: int
    is_right: bool
    is_note_empty: bool


@dataclass(frozen=True)
class Confidence:
    """Per tag the calibration and the thresholds.

    A note that is less probable to hold anything than `quiet` is left alone; one below `certain`
    has questions at most.
    """

    weights: dict[str, Row]
    sure: dict[str, float]
    asked: dict[str, float]
    quiet: float
    certain: float

    def of(self, tag: str, probability: float, something: float) -> float:
        """Return the calibrated probability that a span is right."""
        return _logistic(self.weights[tag], _inputs(probability, something))

    def verdict(self, tag: str, probability: float, something: float) -> str:
        """Return `sure`, `asked` or `dropped` for a span."""
        confidence = self.of(tag, probability, something)
        if something < self.quiet or confidence < self.asked[tag]:
            return "dropped"
        is_sure = confidence >= self.sure[tag] and something >= self.certain
        return "sure" if is_sure else "asked"

    def of_finding(self, finding: Finding) -> str:
        """Return the verdict on a finding."""
        return self.verdict(finding.tag, finding.probability, finding.something)

    def as_json(self) -> dict[str, Any]:
        """Return it as the header of the file of weights has it."""
        tags = {
            tag: {"weights": self.weights[tag], "sure": self.sure[tag], "asked": self.asked[tag]}
            for tag in TAGS
        }
        return {"quiet": self.quiet, "certain": self.certain, "tags": tags}

    @classmethod
    def from_json(cls, header: dict[str, Any]) -> "Confidence":
        """Read it from the header of the file of weights."""
        tags = header["tags"]
        return cls(
            {tag: tuple(of["weights"]) for tag, of in tags.items()},
            {tag: of["sure"] for tag, of in tags.items()},
            {tag: of["asked"] for tag, of in tags.items()},
            header["quiet"],
            header["certain"],
        )


def calibrate(findings: list[Finding], empty_count: int) -> Confidence:
    """Fit calibration and thresholds.

    Args:
        findings: Spans proposed on notes that the model did not learn from.
        empty_count: How many of those notes have nothing to find.
    """
    weights = {tag: _fit([f for f in findings if f.tag == tag]) for tag in TAGS}
    sure, asked = {}, {}
    for tag in TAGS:
        rated = [
            (_logistic(weights[tag], _inputs(f.probability, f.something)), f.is_right)
            for f in findings
            if f.tag == tag
        ]
        sure[tag] = _threshold(rated, SURE)
        asked[tag] = _threshold([pair for pair in rated if pair[0] < sure[tag]], ASKED)
        asked[tag] = min(asked[tag], sure[tag])
    loud = Confidence(weights, sure, asked, quiet=0.0, certain=0.0)
    noise = [f for f in findings if f.is_note_empty and f.tag != "N"]
    quiet = _level([f for f in noise if loud.of_finding(f) != "dropped"], NOISE * empty_count)
    certain = _level([f for f in noise if loud.of_finding(f) == "sure"], FALSE_FACTS * empty_count)
    return Confidence(weights, sure, asked, quiet, max(quiet, certain))


def _level(noise: list[Finding], allowed: float) -> float:
    """Return how probable a note must be to hold anything, so that few empty ones are left."""
    ranked = sorted({f.note: f.something for f in noise}.values(), reverse=True)
    return math.nextafter(ranked[int(allowed)], 1) if len(ranked) > int(allowed) else 0.0


def _threshold(rated: list[tuple[float, bool]], wanted: float) -> float:
    """Return the lowest confidence above which the share of what is right is as wanted.

    Two wrong spans are added to those seen, so that few right ones do not look like certainty.
    """
    lowest, right = NEVER, 0
    for count, (confidence, is_right) in enumerate(sorted(rated, reverse=True), 1):
        right += is_right
        if right >= wanted * (count + 2):
            lowest = confidence
    return lowest


def _fit(findings: list[Finding]) -> Row:
    """Fit a logistic regression by Newton's method, held near the model's own probabilities."""
    data = [(_inputs(f.probability, f.something), f.is_right) for f in findings]
    weights, cost = PRIOR, _cost(PRIOR, data)
    for _ in range(50):
        step = _newton_step(weights, data)
        while cost < _cost(_moved(weights, step), data) and max(map(abs, step)) > 1e-9:
            step = [value / 2 for value in step]
        weights = _moved(weights, step)
        cost = _cost(weights, data)
    return weights


def _newton_step(weights: Row, data: list[tuple[Row, bool]]) -> list[float]:
    gradient = [PULL * (p - w) for p, w in zip(PRIOR, weights, strict=True)]
    curvature = [[PULL * (row == column) for column in range(3)] for row in range(3)]
    for inputs, is_right in data:
        said = _logistic(weights, inputs)
        for row in range(3):
            gradient[row] += (is_right - said) * inputs[row]
            for column in range(3):
                curvature[row][column] += said * (1 - said) * inputs[row] * inputs[column]
    return _solve(curvature, gradient)


def _cost(weights: Row, data: list[tuple[Row, bool]]) -> float:
    pull = sum((w - p) ** 2 for w, p in zip(weights, PRIOR, strict=True))
    missed = (abs(is_right - _logistic(weights, inputs)) for inputs, is_right in data)
    return PULL * pull / 2 - sum(math.log(max(1e-12, 1 - share)) for share in missed)


def _moved(weights: Row, step: list[float]) -> Row:
    one, two, three = (weight + value for weight, value in zip(weights, step, strict=True))
    return (one, two, three)


def _solve(matrix: list[list[float]], values: list[float]) -> list[float]:
    """Solve a small symmetric positive system by Gaussian elimination."""
    rows = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    for at in range(len(rows)):
        pivot = [value / rows[at][at] for value in rows[at]]
        rows[at] = pivot
        for other in range(len(rows)):
            if other != at:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], pivot, strict=True)]
    return [row[-1] for row in rows]


def _inputs(probability: float, something: float) -> Row:
    return (1.0, _logit(probability), _logit(something))


def _logit(probability: float) -> float:
    bounded = min(1 - LEAST, max(LEAST, probability))
    return math.log(bounded / (1 - bounded))


def _logistic(weights: Row, inputs: Row) -> float:
    total = sum(weight * value for weight, value in zip(weights, inputs, strict=True))
    return 1 / (1 + math.exp(min(700.0, -total)))
