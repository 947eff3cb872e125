"""Runs every benchmark and prints one table."""

from benchmarks import lighthouse, lists, reminders, saving, sizes, start, talk
from benchmarks.figures import show

show(
    figure
    for part in (sizes, start, talk, lists, saving, reminders, lighthouse)
    for figure in part.measure()
)
