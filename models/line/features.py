"""Lists the features of each token of a note, as texts `name=value`.

`pwa/src/domain/note_parser/tagger/features.ts` lists exactly the same, in the same order.
"""

from models.line.context import Context, describe
from models.line.lists import Lists
from models.line.tokens import Token

OUTSIDE = "<s>"


def features_of(tokens: list[Token], lists: Lists) -> list[list[str]]:
    """Return the features of each token."""
    context = describe(tokens, lists)
    return [
        [
            *_word_features(context, at),
            *(_letter_features(context.words[at]) if token.kind == "word" else ()),
            *_shape_features(context, at),
            *_list_features(context, at),
            *_class_features(context, at),
            *_place_features(context, at),
            *_clause_features(context, at),
            *_subject_features(context, at),
            *_note_features(context, at),
        ]
        for at, token in enumerate(tokens)
    ]


def _at(values: list[str], at: int) -> str:
    return values[at] if 0 <= at < len(values) else OUTSIDE


def _word_features(context: Context, at: int) -> list[str]:
    words = context.words
    word, before, after = words[at], _at(words, at - 1), _at(words, at + 1)
    return [
        "bias",
        f"w={word}",
        f"w-1={before}",
        f"w+1={after}",
        f"w-2={_at(words, at - 2)}",
        f"w+2={_at(words, at + 2)}",
        f"w-1,0={before} {word}",
        f"w0,1={word} {after}",
    ]


def _letter_features(word: str) -> list[str]:
    lengths = [length for length in (1, 2, 3, 4) if length < len(word)]
    return [f"p={word[:length]}" for length in lengths] + [
        f"s={word[-length:]}" for length in lengths
    ]


def _shape_features(context: Context, at: int) -> list[str]:
    shapes = context.shapes
    before, after = _at(shapes, at - 1), _at(shapes, at + 1)
    return [
        f"x={shapes[at]} {context.style}",
        f"x-1={before}",
        f"x+1={after}",
        f"x-1,1={before} {shapes[at]} {after}",
    ]


def _list_features(context: Context, at: int) -> list[str]:
    lists, shape = context.lists, f"{context.shapes[at]} {context.style}"
    here, before, after = lists[at], _at(lists, at - 1), _at(lists, at + 1)
    return [
        f"g={here}",
        f"g-1={before}",
        f"g+1={after}",
        f"g-2={_at(lists, at - 2)}",
        f"g+2={_at(lists, at + 2)}",
        f"g-1,0={before} {here}",
        f"g0,1={here} {after}",
        *(f"l={letter}" for letter in here),
        *(f"lx={letter} {shape}" for letter in here),
        *(f"l-1={letter}" for letter in before if before != OUTSIDE),
        *(f"l+1={letter}" for letter in after if after != OUTSIDE),
    ]


def _class_features(context: Context, at: int) -> list[str]:
    classes = context.classes
    here, before, after = classes[at], _at(classes, at - 1), _at(classes, at + 1)
    return [
        f"c={here} {context.shapes[at][:1]}",
        f"c-1={before}",
        f"c+1={after}",
        f"c-1,0={before} {here}",
        f"c0,1={here} {after}",
        f"c-1,1={before} {here} {after}",
    ]


def _place_features(context: Context, at: int) -> list[str]:
    left = len(context.words) - 1 - at
    in_sentence = at - context.sentence_starts[at]
    start = context.clause_starts[at]
    in_clause = at - start
    sign = _at(context.words, start - 1)
    return [
        f"i={_up_to(at, 3)} {context.style}",
        f"is={_up_to(in_sentence, 3)}",
        f"r={_up_to(left, 2)}",
        f"ic={_up_to(in_clause, 4)}",
        f"sign={sign}",
        f"sign,ic={sign} {_up_to(in_clause, 2)}",
    ]


def _up_to(number: int, most: int) -> str:
    return str(number) if number < most else "m"


def _clause_features(context: Context, at: int) -> list[str]:
    words, lists, classes = context.words, context.lists, context.classes
    start = context.clause_starts[at]
    sentence = context.sentence_starts[at]
    return [
        f"cw={words[start]}",
        f"cl={lists[start]} {'0' if start == at else '1'}",
        f"cw0,1={words[start]} {_at(words, start + 1)}",
        f"cl0,1={lists[start]} {_at(lists, start + 1)}",
        f"cc0,1={classes[start]} {_at(classes, start + 1)}",
        f"sw={words[sentence]}",
        f"sl={lists[sentence]}",
        f"end={context.clause_ends[at]}",
    ]


def _subject_features(context: Context, at: int) -> list[str]:
    subject, verb = context.subjects[at], context.verbs[at]
    return [
        f"su={subject}",
        f"su,w={subject} {context.words[at]}",
        f"su,g={subject} {context.lists[at]}",
        f"v={verb}",
        f"su,v={subject} {verb}",
    ]


def _note_features(context: Context, at: int) -> list[str]:
    start, end = context.sentence_starts[at], context.sentence_ends[at]
    return [
        f"note={context.summary}",
        f"style={context.style}",
        f"q={'?' if context.words[end] == '?' else ''}",
        f"if={int('q' in context.lists[start])}",
        f"not={int(context.negated[at])}",
        f"nw={context.words[0]}",
        f"nl={context.lists[0]}",
    ]
