"""Trains the tagger on labelled notes: a linear-chain CRF, then rounded to whole steps."""

import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pycrfsuite

from models.line.copies import as_dictated
from models.line.features import features_of
from models.line.hashing import hash24
from models.line.labelled import Note
from models.line.lists import read_lists
from models.line.tokens import Token, tokens_of
from models.line.weights import Weights, quantize

# The feature that only notes in manners have.
MANNERS = "manners"
# L-BFGS without any chance in it, so that the same data gives the same weights.
SETTINGS = {
    "c1": 0.2,
    "c2": 0.1,
    "max_iterations": 50,
    "feature.possible_transitions": True,
}


def train(notes: Iterable[Note], manners: Iterable[Note]) -> Weights:
    """Train on notes, and on a copy of each as if it had been dictated.

    Args:
        notes: Notes as writers really mix them, a third with nothing to find.
        manners: Further notes with a mixture of their own. They carry one more feature, which takes
            up how often each label stands in them and is then thrown away.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    for extra, group in (([], notes), ([MANNERS], manners)):
        for note in group:
            for copy in (note, as_dictated(note)):
                attributes, labels = _sequence(copy)
                trainer.append([of_token + extra for of_token in attributes], labels)
    trainer.set_params(SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.crfsuite"
        trainer.train(str(model))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(model))
        learned = tagger.info()
    states = {key: weight for key, weight in learned.state_features.items() if key[0] != MANNERS}
    return quantize(states, learned.transitions)


@cache
def _sequence(note: Note) -> tuple[list[list[str]], list[str]]:
    """Return the features of each token, by the names of their hashes, and its label."""
    tokens = tokens_of(note.text)
    features = features_of(tokens, read_lists())
    attributes = [[str(hash24(feature)) for feature in of_token] for of_token in features]
    return attributes, labels_of(note, tokens)


def labels_of(note: Note, tokens: list[Token]) -> list[str]:
    """Return the label of each token: B- begins a span, I- continues it, O is outside of all."""
    labels = ["O"] * len(tokens)
    for span in note.spans:
        inside = [
            at
            for at, token in enumerate(tokens)
            if token.start < span.end and token.end > span.start
        ]
        for nth, at in enumerate(inside):
            labels[at] = f"{'I' if nth else 'B'}-{span.tag}"
    return labels
