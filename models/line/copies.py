"""Makes further copies of labelled notes for training: as dictated, without capitals and signs."""

from models.line.labelled import Note, Span

# Signs that a dictated note does not have.
UNSPOKEN = set(',.;:!?()–—"|/\n')


def as_dictated(note: Note) -> Note:
    """Return a note in lower case without punctuation, its labels in their new places."""
    text, places = "", []
    for sign in note.text:
        places.append(len(text))
        lower = sign.lower() if len(sign.lower()) == 1 else sign
        spoken = " " if sign in "–—|/\n" else "" if sign in UNSPOKEN else lower
        if not (spoken == " " and text.endswith(" ")):
            text += spoken
    places.append(len(text))
    moved = (Span(places[s.start], places[s.end], s.tag) for s in note.spans)
    return Note(text, tuple(span for span in moved if span.end > span.start))
