"""A measured figure beside its reference and its gate, and the table that they are printed in."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value and what it may be at most.

    Attributes:
        name: What was measured, and how.
        value: The measured value in `unit`.
        unit: "ms", "s", "kB" or "points"; more is better for points only.
        gate: The limit of the ratio where there is a reference, else of the value itself; None
            for a figure that is printed only.
        aim: The value that we would like; printed, never enforced.
        reference: The bare counterpart in the same unit, measured in the same run.
    """

    name: str
    value: float
    unit: str
    gate: float | None
    aim: float
    reference: float | None = None

    @property
    def ratio(self) -> float | None:
        """Return how many times the reference the value is; None without a reference."""
        return None if self.reference is None else self.value / self.reference

    @property
    def passes(self) -> bool:
        """Check whether the ratio, or else the value, is on the right side of its gate."""
        if self.gate is None:
            return True
        judged = self.value if self.ratio is None else self.ratio
        return judged >= self.gate if self.unit == "points" else judged <= self.gate


def show(figures: Iterable[Figure]) -> None:
    """Print the figures as a table.

    Raises:
        SystemExit: With code 1 where a figure misses its gate.
    """
    shown = list(figures)
    width = max(len(figure.name) for figure in shown)
    headings = ("measured", "aim", "unit", "reference", "ratio", "gate")
    print(f"{'':{width}}  {_columns(headings)}")
    for figure in shown:
        verdict = "" if figure.passes else "  misses its gate"
        print(f"{figure.name:{width}}  {_columns(_cells(figure))}{verdict}", flush=True)
    if not all(figure.passes for figure in shown):
        raise SystemExit(1)


def _cells(figure: Figure) -> tuple[str, ...]:
    measured = (f"{figure.value:.1f}", f"{figure.aim:g}", figure.unit)
    gate = "" if figure.gate is None else f"{figure.gate:g}"
    if figure.ratio is None:
        return (*measured, "", "", gate)
    return (*measured, f"{figure.reference:.1f}", f"{figure.ratio:.2f}", gate and f"{gate} x")


def _columns(cells: Iterable[str]) -> str:
    return " ".join(f"{cell:>9}" for cell in cells)
