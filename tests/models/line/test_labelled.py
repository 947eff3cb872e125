"""Labelled lines: what can be read, what cannot, and that all committed ones fit the tokens."""

import pytest

from models.line.copies import as_dictated
from models.line.labelled import Note, Span, read_manners, read_note, read_writers
from models.line.tokens import tokens_of

NOTES = [*(note for of in read_writers().values() for note in of), *read_manners()]


def test_marks_are_taken_out_and_their_places_kept() -> None:
    assert read_note("met [P Jo Lund] ⏎ [M send deck] [D by fri]") == Note(
        "met Jo Lund\nsend deck by fri",
        (Span(4, 11, "P"), Span(12, 21, "M"), Span(22, 28, "D")),
    )


@pytest.mark.parametrize("line", ["[Q Jo]", "[P Jo", "[P [R vet]]", "[P  ]", "Jo]"])
def test_a_broken_mark_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"mark"):
        read_note(line)


def test_each_writer_has_150_notes_and_about_a_third_have_nothing_to_find() -> None:
    writers = read_writers()
    empty = {writer: sum(note.is_empty for note in notes) for writer, notes in writers.items()}

    assert len(writers) == 11
    assert {len(notes) for notes in writers.values()} == {150}
    assert {writer: count for writer, count in empty.items() if not 45 <= count <= 55} == {}


@pytest.mark.parametrize("change", [lambda note: note, as_dictated], ids=["typed", "dictated"])
def test_every_label_begins_and_ends_where_a_token_does(change: object) -> None:
    assert callable(change)
    notes = [change(note) for note in NOTES]

    assert [note for note in notes if not _fits_tokens(note)] == []


def test_a_dictated_copy_keeps_the_words_of_each_label() -> None:
    note = read_note("[P Jo Lund], [R vet]; [X can't sleep]. [M Send book]—[D today]!")
    copy = as_dictated(note)

    assert copy.text == "jo lund vet can't sleep send book today"
    assert [copy.text[span.start : span.end] for span in copy.spans] == [
        "jo lund",
        "vet",
        "can't sleep",
        "send book",
        "today",
    ]


def _fits_tokens(note: Note) -> bool:
    tokens = tokens_of(note.text)
    starts, ends = {token.start for token in tokens}, {token.end for token in tokens}
    return all(span.start in starts and span.end in ends for span in note.spans)
