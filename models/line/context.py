"""Describes the tokens of a note for the features: folded words, shapes, lists, clauses, subjects.

`pwa/src/domain/note_parser/tagger/context.ts` does exactly the same.
"""

import unicodedata
from dataclasses import dataclass

from models.line.lists import UNKNOWN, Lists
from models.line.tokens import Token, fold

SENTENCE_ENDS = set(".!?;\n|")
CLAUSE_ENDS = SENTENCE_ENDS | set(',:-–—/()+&>→="“”')
# Words of one kind, in English, German, Spanish and Dutch.
MINE, THEIRS, AHEAD, NEGATIONS = (
    frozenset(words.split())
    for words in (
        "i ich ik yo we wir wij im ill id",
        "he she they er sie hij zij el ella ellos hell shell theyll himself",
        "will 'll would 'd to promised said told gonna going must gotta",
        "nobody nothing not never no nicht kein niemand niemandem nada nadie niet 't geen",
    )
)
SIGNS = {"email": "<e>", "url": "<u>", "break": "<b>"}


@dataclass(frozen=True)
class Context:
    """What is known of each token of a note; each list has an entry per token."""

    words: list[str]
    shapes: list[str]
    lists: list[str]
    classes: list[str]
    sentence_starts: list[int]
    sentence_ends: list[int]
    clause_starts: list[int]
    clause_ends: list[str]
    subjects: list[str]
    verbs: list[str]
    negated: list[bool]
    style: str
    summary: str


def describe(tokens: list[Token], lists: Lists) -> Context:
    """Describe the tokens of a note."""
    lower = [token.text.lower() for token in tokens]
    words = [_word(token) for token in tokens]
    is_word = [token.kind in ("word", "ending") for token in tokens]
    entries = [lists.of(w) if is_one else UNKNOWN for w, is_one in zip(words, is_word, strict=True)]
    found = [entry.lists for entry in entries]
    classes = [
        entry.word_class if is_one else token.kind
        for entry, is_one, token in zip(entries, is_word, tokens, strict=True)
    ]
    starts, ends = _sentences(lower)
    subjects, verbs = _spoken(words, lower, found, classes)
    return Context(
        words=words,
        shapes=[shape(token.text) for token in tokens],
        lists=found,
        classes=classes,
        sentence_starts=starts,
        sentence_ends=ends,
        clause_starts=_clause_starts(lower),
        clause_ends=_clause_ends(lower),
        subjects=subjects,
        verbs=verbs,
        negated=_negated(words, starts),
        style=_style(tokens),
        summary=_summary(found, classes),
    )


def shape(text: str) -> str:
    """Return the kinds of letters in a token, runs shortened to two: `McKay3` gives `XxXxx0`."""
    kinds = ""
    for sign in text:
        kind = _kind(sign)
        if not kinds.endswith(kind * 2):
            kinds += kind
        if len(kinds) == 6:
            break
    return kinds


def _kind(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Lu":
        return "X"
    return {"L": "x", "M": "x", "N": "0"}.get(category[0], sign)


def _word(token: Token) -> str:
    if token.kind == "number":
        return f"<{min(len(token.text), 5)}>"
    return SIGNS.get(token.kind) or fold(token.text).replace("’", "'")


def _style(tokens: list[Token]) -> str:
    """Return whether the writer uses capitals (`C`) and stops or commas (`P`) in this note."""
    has_capitals = any(unicodedata.category(s) == "Lu" for token in tokens for s in token.text)
    has_stops = any(token.text in (",", ".", ";") for token in tokens)
    return ("C" if has_capitals else "c") + ("P" if has_stops else "p")


def _sentences(lower: list[str]) -> tuple[list[int], list[int]]:
    """Return the first and the last token of each token's sentence."""
    starts: list[int] = []
    for at in range(len(lower)):
        begins = at == 0 or lower[at - 1] in SENTENCE_ENDS
        starts.append(at if begins else starts[-1])
    ends = [0] * len(lower)
    for at in reversed(range(len(lower))):
        is_last = at + 1 == len(lower) or starts[at + 1] == at + 1
        ends[at] = at if is_last else ends[at + 1]
    return starts, ends


def _clause_starts(lower: list[str]) -> list[int]:
    starts: list[int] = []
    for at in range(len(lower)):
        begins = at == 0 or lower[at - 1] in CLAUSE_ENDS
        starts.append(at if begins else starts[-1])
    return starts


def _clause_ends(lower: list[str]) -> list[str]:
    """Return the sign that ends each token's clause, itself if it is one."""
    signs: list[str] = []
    sign = "<e>"
    for word in reversed(lower):
        sign = word if word in CLAUSE_ENDS else sign
        signs.append(sign)
    return signs[::-1]


def _spoken(
    words: list[str], lower: list[str], found: list[str], classes: list[str]
) -> tuple[list[str], list[str]]:
    """Return who spoke last before each token in its sentence, and the last verb that promises."""
    subject, verb = "0", ""
    subjects, verbs = [], []
    for at, word in enumerate(words):
        if at and lower[at - 1] in SENTENCE_ENDS:
            subject, verb = "0", ""
        subjects.append(subject)
        verbs.append(verb)
        if word in MINE:
            subject = "I"
        elif word in THEIRS:
            subject = "T"
        elif is_name(found[at], classes[at]):
            subject = "N"
        if "M" in found[at]:
            verb = word
        elif word in AHEAD:
            verb = f"+{word}"
    return subjects, verbs


def is_name(found: str, word_class: str) -> bool:
    """Return whether a word is a first name and nothing else that the lists know."""
    return "F" in found and "f" not in found and word_class == "-"


def _negated(words: list[str], starts: list[int]) -> list[bool]:
    sentences = {starts[at] for at, word in enumerate(words) if word in NEGATIONS}
    return [start in sentences for start in starts]


def _summary(found: list[str], classes: list[str]) -> str:
    """Return what the whole note holds: names, promising verbs, roles, and how long it is."""
    length = sum(len(found) >= least for least in (4, 8, 16))
    has_name = any(map(is_name, found, classes))
    has = [sign for sign in "MR" if any(sign in of_word for of_word in found)]
    return f"{'F' if has_name else ''}{length}{''.join(has)}"
