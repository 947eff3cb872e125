"""Trains the tagger and writes the file of weights: `make train-line`.

The thresholds come from writers left out; the weights then from all writers.
"""

from models.line.labelled import read_manners, read_writers
from models.line.left_out import confidence_from, read_left_out
from models.line.lists import read_lists
from models.line.training import train
from models.line.weights import pack
from models.line.weights_file import WEIGHTS, compressed_size


def main() -> None:
    """Write the file of weights."""
    read = read_left_out()
    confidence = confidence_from([one for of in read.values() for one in of])
    notes = [note for of in read_writers().values() for note in of]
    weights = train(notes, read_manners())
    WEIGHTS.write_bytes(pack(weights, read_lists(), confidence))
    print(
        f"{WEIGHTS.name}: {len(weights.features)} features,"
        f" {WEIGHTS.stat().st_size / 1000:.0f} kB, {compressed_size() / 1000:.0f} kB br"
    )


if __name__ == "__main__":
    main()
