"""Writes the notes on which the app's tagger must agree with this one: `tests/vectors/tagger.json`.

Some notes are from writers, the others are hard for a tokenizer: other scripts, emoji, combining
marks, very long ones.
"""

import json
from pathlib import Path

from models.line.features import features_of
from models.line.labelled import read_writers
from models.line.model import Model, read_model
from models.line.weights_file import WEIGHTS

VECTORS = Path(__file__).parents[2] / "tests/vectors/tagger.json"
OF_EACH_WRITER = 4
WITH_FEATURES = 6
HARD = (
    "",
    " ",
    "\n\n",
    "…",
    "李明 很高兴认识你，下周五给他发报告",
    "Встретил Ольгу Иванову, инженер, обещал прислать книгу до пятницы",
    "قابلت ليلى حسن، طبيبة",
    "พบคุณสมชาย วิศวกร",
    "प्रिया शर्मा से मिला",
    "👩‍👩‍👧 Ana 🎉🎉 needs a flat 🏠, I'll call her tmrw",
    "Zoe\u0308 Łuczak, Größe ẞ, İpek Işık, ŒUVRE, Ærø",
    "I’LL send it, she'd come, rock 'n' roll, O'Mara's, 'tis",
    "𝓐𝓷𝓪 𐐀𐐨 met",
    "mail jo@example.org or https://example.org/a?b=c, WWW.x.example 2½ Ⅷ ٣٤",
    "a\u00a0b\u2009c\ufeffd\x1fe\x85f",
    "-- -> => | || ;; ?! ((",
    "x" * 10_000,
    "Ana Berg, vet. " * 700,
    "e\u0301" * 600,
    "a.b@c." * 900,
)


def main() -> None:
    """Write the vectors."""
    VECTORS.write_text(as_json(), "utf-8")


def as_json() -> str:
    """Return the vectors as the file has them."""
    model = read_model(WEIGHTS)
    written = [note.text for of in read_writers().values() for note in of[:OF_EACH_WRITER]]
    notes = [*HARD, *written]
    cases = [
        _case(model, note, has_features=number % (len(notes) // WITH_FEATURES) == 4)
        for number, note in enumerate(notes)
    ]
    lines = ",\n".join(json.dumps(case) for case in cases)
    return f'{{"cases": [\n{lines}\n]}}\n'


def _case(model: Model, note: str, *, has_features: bool) -> dict[str, object]:
    tokens, decoded = model.decode(note)
    case: dict[str, object] = {
        "note": note,
        "tokens": len(tokens),
        "something": round(decoded.something, 9),
        "spans": [
            {
                "tag": tag,
                "from": _units(note[: tokens[first].start]),
                "to": _units(note[: tokens[end - 1].end]),
                "confidence": round(model.confidence.of(tag, p, decoded.something), 9),
                "verdict": model.confidence.verdict(tag, p, decoded.something),
            }
            for first, end, tag, p in decoded.spans
        ],
    }
    if has_features:
        case["features"] = features_of(tokens, model.lists)
    return case


def _units(text: str) -> int:
    """Return the length of a text in UTF-16 units, as JavaScript counts."""
    return len(text.encode("utf-16-le")) // 2


if __name__ == "__main__":
    main()
