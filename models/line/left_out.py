"""Judges the tagger on writers left out: each one's lines are read by a model without them.

Thresholds for a writer's lines come from the lines of the other writers, read in the same way.
"""

import sys
from dataclasses import dataclass

from models.line.confidence import Confidence, Finding, calibrate
from models.line.decoder import Decoded, decode
from models.line.features import features_of
from models.line.labelled import Note, Span, read_manners, read_writers
from models.line.lists import read_lists
from models.line.scoring import Found
from models.line.tokens import tokens_of
from models.line.training import train
from models.line.weights import Weights


@dataclass(frozen=True)
class Proposed:
    """A note and the spans that a model proposed, with its probabilities."""

    note: Note
    spans: list[tuple[Span, float]]
    something: float


def read_left_out() -> dict[str, list[Proposed]]:
    """Read each writer's notes by a model trained on all the others."""
    writers = read_writers()
    manners = read_manners()
    read = {}
    for left_out, notes in writers.items():
        print(f"training without {left_out}", file=sys.stderr, flush=True)
        others = [note for writer, of in writers.items() if writer != left_out for note in of]
        weights = train(others, manners)
        read[left_out] = [propose(note, weights) for note in notes]
    return read


def propose(note: Note, weights: Weights) -> Proposed:
    """Read a note by a model."""
    tokens = tokens_of(note.text)
    decoded: Decoded = decode(
        weights.emissions(features_of(tokens, read_lists())), weights.transitions
    )
    spans = [
        (Span(tokens[first].start, tokens[end - 1].end, tag), probability)
        for first, end, tag, probability in decoded.spans
    ]
    return Proposed(note, spans, decoded.something)


def confidence_from(proposed: list[Proposed]) -> Confidence:
    """Fit calibration and thresholds to notes that the models that read them did not learn from."""
    findings = [
        Finding(
            tag=span.tag,
            probability=probability,
            something=one.something,
            note=number,
            is_right=span in one.note.spans,
            is_note_empty=one.note.is_empty,
        )
        for number, one in enumerate(proposed)
        for span, probability in one.spans
    ]
    return calibrate(findings, sum(one.note.is_empty for one in proposed))


def judged(read: dict[str, list[Proposed]]) -> dict[str, list[list[Found]]]:
    """Return each writer's spans with verdicts by thresholds from all the other writers."""
    found = {}
    for writer, own in read.items():
        others = [one for name, of in read.items() if name != writer for one in of]
        confidence = confidence_from(others)
        found[writer] = [_found(one, confidence) for one in own]
    return found


def _found(one: Proposed, confidence: Confidence) -> list[Found]:
    return [
        Found(span.start, span.end, span.tag, confidence.verdict(span.tag, p, one.something))
        for span, p in one.spans
    ]
