"""The medians of all runs as a table, with ratios to the bare endpoint on the same database."""

from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.sync.contestants import Contestant
from benchmarks.sync.measure import Measured

HEADINGS = (
    "",
    "up ms",
    "x bare",
    "down ms",
    "x bare",
    "one write ms",
    "idle ms",
    "up MB",
    "down MB",
    "disk MB",
    "CPU up ms",
    "CPU down ms",
    "CPU idle ms",
)
Runs = Sequence[Measured]


def table(measured: Mapping[Contestant, Runs]) -> str:
    """Return a Markdown table with a line for each contestant."""
    runs_of = {one.name: runs for one, runs in measured.items()}
    lines = [_row(one.name, runs, runs_of[one.limit]) for one, runs in measured.items()]
    widths = [max(map(len, column)) for column in zip(HEADINGS, *lines, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_print(line, widths) for line in (HEADINGS, rule, *lines))


def _row(name: str, runs: Runs, bare: Runs) -> tuple[str, ...]:
    up, down = _ms(runs, "up"), _ms(runs, "down")
    cells = (
        f"{up:.0f}",
        f"{up / _ms(bare, 'up'):.2f}",
        f"{down:.0f}",
        f"{down / _ms(bare, 'down'):.2f}",
        f"{_ms(runs, 'one'):.1f}",
        f"{_ms(runs, 'idle'):.1f}",
        f"{median(run.phases['up'].bytes_up for run in runs) / 1e6:.2f}",
        f"{median(run.phases['down'].bytes_down for run in runs) / 1e6:.2f}",
        f"{median(run.disk_bytes for run in runs) / 1e6:.1f}",
        f"{_cpu_ms(runs, 'up'):.0f}",
        f"{_cpu_ms(runs, 'down'):.0f}",
        f"{_cpu_ms(runs, 'idle'):.1f}",
    )
    return (name, *cells)


def _ms(runs: Runs, phase: str) -> float:
    return median(run.phases[phase].ms for run in runs)


def _cpu_ms(runs: Runs, phase: str) -> float:
    return median(run.phases[phase].cpu_ms for run in runs)


def _print(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = zip(cells, widths, strict=True)
    return " | ".join((first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)))
