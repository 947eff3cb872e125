"""A measured figure beside its gate and its aim, and the table that they are printed in."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value; gate and aim are upper bounds, and lower ones for points."""

    name: str
    value: float
    unit: str
    gate: float
    aim: float

    @property
    def passes(self) -> bool:
        """Check whether the value is on the right side of its gate."""
        more_is_better = self.unit == "points"
        return self.value >= self.gate if more_is_better else self.value <= self.gate


def show(figures: Iterable[Figure]) -> None:
    """Print the figures as a table, and exit with 1 where one misses its gate."""
    shown = list(figures)
    width = max(len(figure.name) for figure in shown)
    print(f"{'':{width}}  {'measured':>10} {'gate':>8} {'aim':>8}")
    for figure in shown:
        verdict = "" if figure.passes else "  misses its gate"
        print(
            f"{figure.name:{width}}  {figure.value:10.1f} {figure.gate:8g} {figure.aim:8g} "
            f"{figure.unit}{verdict}"
        )
    if not all(figure.passes for figure in shown):
        raise SystemExit(1)
