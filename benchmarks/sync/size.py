"""Shows that a round costs the same however much is stored: `python -m benchmarks.sync.size`."""

import tempfile
from pathlib import Path

from benchmarks.sync.cost import DATABASES, NOTES, TIMES, WANTED, Cost, costs, fill
from benchmarks.sync.device import Line
from benchmarks.sync.grow import grow

SIZES = (1_000, 100_000, 1_000_000)


def main() -> None:
    """Measure each kind of round while one account grows from size to size."""
    print(f"CPU ms (ms until the answer), each the mean of {TIMES} rounds")
    print(f"{'records':22}", *(f"{kind:>18}" for kind in WANTED))
    for name, serve in DATABASES.items():
        with tempfile.TemporaryDirectory() as folder, serve(Path(folder)) as server:
            line = Line()
            device = line.sign_in()
            fill(line, device, NOTES)
            for size in SIZES:
                place = grow(server.database_url, size)
                device.place = place | {"last_answered": device.last_number}
                measured = costs(server, line, device)
                print(f"{name:12}{size:10,}", *map(_show, measured.values()), flush=True)


def _show(cost: Cost) -> str:
    return f"{cost.cpu_ms:8.1f} ({cost.wall_ms:7.1f})"


if __name__ == "__main__":
    main()
