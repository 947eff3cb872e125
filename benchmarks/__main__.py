"""Runs every benchmark and prints one table."""

from benchmarks import lighthouse, listening, lists, reminders, saving, sizes, start
from benchmarks.figures import show

show(
    figure
    for part in (sizes, start, listening, lists, saving, reminders, lighthouse)
    for figure in part.measure()
)
