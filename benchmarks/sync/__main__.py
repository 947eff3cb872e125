"""Measures Earshot's sync beside its peers: `python -m benchmarks.sync [--quick]`."""

import argparse
import sys
from collections import defaultdict

from benchmarks.sync.contestants import CONTESTANTS, Contestant
from benchmarks.sync.measure import Measured, measure
from benchmarks.sync.table import table

NOTES, QUICK_NOTES = 10_000, 1_000
RUNS = 3


def main() -> None:
    """Run every contestant in turn, as often as asked, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="1,000 notes, once: does it work?")
    quick = parser.parse_args().quick
    measured: dict[Contestant, list[Measured]] = defaultdict(list)
    for _ in range(1 if quick else RUNS):
        # In turn, so that a noisy minute of the machine meets all of them.
        for contestant in CONTESTANTS:
            print(contestant.name, "...", file=sys.stderr)
            measured[contestant].append(measure(contestant, QUICK_NOTES if quick else NOTES))
    print(table(measured))


if __name__ == "__main__":
    main()
