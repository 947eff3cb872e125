"""Prints how well notes are read, on writers left out and on frozen ones, beside the rules.

Run as `make bench-line`, with `FROZEN=folder` for the files of writers that nothing was trained on.
"""

import argparse
import statistics
from pathlib import Path

from models.line.labelled import Note, read_folder
from models.line.left_out import judged, read_left_out
from models.line.reading import Reading, read_by_rules, read_by_tagger
from models.line.scoring import FIELDS, Found, Score, Tally, exact, near, score
from models.line.weights_file import WEIGHTS, compressed_size

WAYS = (("exact", exact), ("near", near))


def main() -> None:
    """Measure and print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frozen", type=Path, help="a folder of labelled files, judged once")
    frozen: Path | None = parser.parse_args().frozen
    print(f"{WEIGHTS.name}: {compressed_size() / 1000:.0f} kB br")
    if frozen:
        _print_frozen(read_folder(frozen))
    else:
        _print_left_out()


def _print_left_out() -> None:
    read = read_left_out()
    found = judged(read)
    notes = {writer: [one.note for one in of] for writer, of in read.items()}
    everything = [note for of in notes.values() for note in of]
    _print("tagger, writers left out", everything, [one for of in found.values() for one in of])
    by_rules = read_by_rules([note.text for note in everything])
    _print("rules, the same lines", everything, by_rules.found)
    print("\n## Tagger by writer left out (exact, sure or asked)\n")
    _print_writers(notes, found)


def _print_frozen(notes: dict[str, list[Note]]) -> None:
    everything = [note for of in notes.values() for note in of]
    lines = [note.text for note in everything]
    by_tagger = read_by_tagger(lines, WEIGHTS)
    by_rules = read_by_rules(lines)
    _print(f"tagger, frozen writers ({', '.join(notes)})", everything, by_tagger.found)
    _print("rules, the same lines", everything, by_rules.found)
    print("\n## Tagger by frozen writer (exact, sure or asked)\n")
    rest = list(by_tagger.found)
    _print_writers(notes, {writer: [rest.pop(0) for _ in of] for writer, of in notes.items()})
    print(f"\ntagger {_times(by_tagger)}, rules {_times(by_rules)}")


def _print(title: str, notes: list[Note], found: list[list[Found]]) -> None:
    print(f"\n## {title}: {len(notes)} lines\n")
    print("| field | labelled | sure P / R | shown P / R | near: sure P / R | near: shown P / R |")
    print("|---|---|---|---|---|---|")
    scores = [score(notes, found, place) for _, place in WAYS]
    for name in FIELDS:
        cells = [_cell(of[name]) for one in scores for of in (one.sure, one.shown)]
        print(f"| {name} | {scores[0].sure[name].labelled} | {' | '.join(cells)} |")
    for (way, _), one in zip(WAYS, scores, strict=True):
        print(f"\n{way}: {_summary(one)}")


def _print_writers(notes: dict[str, list[Note]], found: dict[str, list[list[Found]]]) -> None:
    print(f"| writer | {' | '.join(FIELDS)} | whole | empty asked | empty sure |")
    print(f"|---|{'---|' * (len(FIELDS) + 3)}")
    for writer, of in notes.items():
        one = score(of, found[writer], exact)
        empty = one.empty or 1
        cells = [_cell(one.shown[name]) for name in FIELDS]
        shares = [one.whole / one.notes, one.empty_asked / empty, one.empty_sure / empty]
        print(f"| {writer} | {' | '.join(cells)} | {' | '.join(f'{s:.2f}' for s in shares)} |")


def _summary(one: Score) -> str:
    empty = one.empty or 1
    return (
        f"{one.whole / one.notes:.3f} of the lines right as a whole; of {one.empty} lines with"
        f" nothing to find {one.empty_asked / empty:.3f} with anything shown,"
        f" {one.empty_sure / empty:.3f} with a fact"
    )


def _cell(tally: Tally) -> str:
    shares = (tally.precision, tally.recall)
    return " / ".join("–" if share is None else f"{share:.2f}" for share in shares)


def _times(reading: Reading) -> str:
    times = sorted(reading.milliseconds)
    slow = times[len(times) * 99 // 100]
    return f"{statistics.median(times):.2f} ms a line (median), {slow:.2f} ms (99 %)"


if __name__ == "__main__":
    main()
