"""Runs every benchmark and prints one table."""

from benchmarks import lighthouse, lists, saving, sizes, start, talk
from benchmarks.figures import show

show(
    figure for part in (sizes, start, talk, lists, saving, lighthouse) for figure in part.measure()
)
