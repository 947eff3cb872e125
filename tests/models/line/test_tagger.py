"""The tagger in Python: hashes, decoding by hand-made scores, thresholds, shared vectors."""

import itertools
import math

import pytest

from models.line import vectors
from models.line.confidence import NEVER, Finding, calibrate
from models.line.decoder import COUNT, FORBIDDEN, LABELS, STEP, Scores, decode, possible
from models.line.hashing import hash24

FREE = possible([[0] * COUNT for _ in range(COUNT)])
P, IN_P, R = (LABELS.index(label) for label in ("B-P", "I-P", "B-R"))


@pytest.mark.parametrize(
    ("text", "number"), [("", 0x1C9D44), ("a", 0x0C29C8), ("foobar", 0x9CF9D7)]
)
def test_hashes_are_those_of_fnv(text: str, number: int) -> None:
    assert hash24(text) == number


def test_the_vectors_are_what_the_committed_weights_give() -> None:
    assert vectors.VECTORS.read_text("utf-8") == vectors.as_json()


def test_a_span_never_continues_what_did_not_begin() -> None:
    assert FREE[0][IN_P] == FREE[R][IN_P] == FORBIDDEN
    assert FREE[P][IN_P] == FREE[IN_P][IN_P] == 0

    found = decode([_row({IN_P: 90}), _row({IN_P: 90})], FREE)

    assert [span[:3] for span in found.spans] == [(0, 2, "P")]


def test_probabilities_are_those_of_counting_all_labellings() -> None:
    emissions = [_row({P: 40, R: 10}), _row({IN_P: 20, 0: 8}), _row({0: 30, R: 12})]
    found = decode(emissions, FREE)
    [(start, end, tag, probability)] = found.spans

    assert (start, end, tag) == (0, 2, "P")
    exactly = _share(emissions, lambda path: path[:2] == (P, IN_P) and path[2] != IN_P)
    assert probability == pytest.approx(exactly)
    quiet = {0, LABELS.index("B-N"), LABELS.index("I-N")}
    nothing = _share(emissions, lambda path: set(path) <= quiet)
    assert found.something == pytest.approx(1 - nothing)


def test_thresholds_keep_what_is_sure_as_right_as_wanted() -> None:
    findings = [_finding(p / 1000, is_right=p % 97 > (1000 - p) / 12) for p in range(1, 1000)]
    confidence = calibrate(findings, empty_count=0)
    sure = [f for f in findings if confidence.of_finding(f) == "sure"]
    asked = [f for f in findings if confidence.of_finding(f) == "asked"]

    assert sum(f.is_right for f in sure) / len(sure) >= 0.95
    assert sum(f.is_right for f in asked) / len(asked) >= 0.6
    assert confidence.sure["R"] == NEVER


def test_few_right_spans_are_not_taken_for_certainty() -> None:
    confidence = calibrate([_finding(0.99, is_right=True) for _ in range(5)], empty_count=0)

    assert confidence.sure["P"] == NEVER


def test_notes_with_nothing_to_find_are_left_alone() -> None:
    real = [_finding(0.9, is_right=True, something=0.95) for _ in range(90)]
    noise = [_finding(0.9, is_right=False, something=n / 30, note=n) for n in range(1, 20)]
    confidence = calibrate([*real, *noise], empty_count=20)
    noisy = {f.note for f in noise if confidence.of_finding(f) != "dropped"}

    assert len(noisy) <= 1
    assert confidence.of_finding(real[0]) != "dropped"


def _finding(
    probability: float, *, is_right: bool, something: float = 0.9, note: int = 0
) -> Finding:
    return Finding("P", probability, something, note, is_right, is_note_empty=note > 0)


def _row(scores: dict[int, int]) -> list[int]:
    return [scores.get(label, 0) for label in range(COUNT)]


def _share(emissions: Scores, is_meant: object) -> float:
    assert callable(is_meant)
    total = meant = 0.0
    for path in itertools.product(range(COUNT), repeat=len(emissions)):
        before = (0, *path)
        if any(FREE[one][to] == FORBIDDEN for one, to in itertools.pairwise(before)):
            continue
        score = math.exp(STEP * sum(row[at] for row, at in zip(emissions, path, strict=True)))
        total += score
        meant += score if is_meant(path) else 0.0
    return meant / total
