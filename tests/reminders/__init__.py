"""Tests of the reminders: what is due, who sends it, and how it arrives."""
