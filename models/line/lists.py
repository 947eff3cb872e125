"""Reads the word lists, and says in which of them a folded word is."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.line.hashing import hash24
from models.line.tokens import fold

FOLDER = Path(__file__).parent / "lists"
# The letter of each list in a feature, and its file.
LISTS = {
    "F": "first_names",
    "L": "last_names",
    "R": "roles",
    "O": "firms",
    "M": "promising_verbs",
    "D": "date_words",
    "d": "date_prepositions",
    "S": "struggles",
    "E": "life_events",
    "f": "function_words",
    "T": "titles",
    "K": "meeting_verbs",
    "q": "conditions",
}
# English words by their most frequent class; a word stands in one of these or in none.
CLASSES = "english_words"


@dataclass(frozen=True)
class Entry:
    """What is known of a word: the letters of its lists, and its class, `-` if it has none."""

    lists: str = ""
    word_class: str = "-"


UNKNOWN = Entry()


@dataclass(frozen=True)
class Lists:
    """All words of the lists, by their hash."""

    entries: dict[int, Entry]

    def of(self, word: str) -> Entry:
        """Return what is known of a folded word."""
        return self.entries.get(hash24(word), UNKNOWN)


@cache
def read_lists() -> Lists:
    """Read the lists of `models/line/lists`."""
    letters: dict[int, str] = {}
    for letter, name in LISTS.items():
        for number in {hash24(fold(word)) for word in _lines(name)}:
            letters[number] = letters.get(number, "") + letter
    pairs = [line.split("\t") for line in _lines(CLASSES)]
    classes = {hash24(fold(word)): word_class for word, word_class in pairs}
    numbers = sorted(letters.keys() | classes.keys())
    return Lists({n: Entry(letters.get(n, ""), classes.get(n, "-")) for n in numbers})


def _lines(name: str) -> list[str]:
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
