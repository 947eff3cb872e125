"""Reads labelled lines: notes as they were typed, with marks such as `[P Jo]` in them.

`models/line/README.md` says what each tag means.
"""

import re
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
WRITERS = DATA / "writers"
MANNERS = DATA / "manners.tsv"
# P person, N only mentioned, R role, O organisation, X problem, M my promise, D its day,
# T their promise, L life event, W its day.
TAGS = "PNROXMDTLW"
MARK = re.compile(r"\[([A-Z]) ([^\[\]]*)\]")
LINE_BREAK = re.compile(r" ?⏎ ?")


@dataclass(frozen=True, order=True)
class Span:
    """A labelled stretch of a text: `text[start:end]`, in code points."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True)
class Note:
    """A note as it was typed, and what is labelled in it, in order."""

    text: str
    spans: tuple[Span, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to find: nothing labelled, or only people who are mentioned."""
        return all(span.tag == "N" for span in self.spans)


def read_note(line: str) -> Note:
    """Read one labelled line; `⏎` stands for a line break.

    Raises:
        ValueError: A mark is unknown, nested, empty or not closed.
    """
    line = LINE_BREAK.sub("\n", line)
    text, spans, at = "", [], 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        if mark[1] not in TAGS or not mark[2].strip():
            raise ValueError(f"not a mark: {mark[0]!r} in {line!r}")
        spans.append(Span(len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        at = mark.end()
    text += line[at:]
    if "[" in text or "]" in text:
        raise ValueError(f"a mark is nested or not closed: {line!r}")
    return Note(text, tuple(spans))


def read_writers() -> dict[str, list[Note]]:
    """Read the lines of every writer whose lines are trained on."""
    return read_folder(WRITERS)


def read_manners() -> list[Note]:
    """Read the lines of one author in many manners: for training only, never to judge by."""
    lines = MANNERS.read_text("utf-8").splitlines()
    return [read_note(line.split("\t", 1)[1]) for line in lines]


def read_writer(path: Path) -> list[Note]:
    """Read the file of a writer: one labelled note per line."""
    return [read_note(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def read_folder(folder: Path) -> dict[str, list[Note]]:
    """Read the `*.txt` files of a folder, by writer, in alphabetical order."""
    return {path.stem: read_writer(path) for path in sorted(folder.glob("*.txt"))}
