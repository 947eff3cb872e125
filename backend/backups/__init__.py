"""Backups: a copy of the database made while it is used, and the way back from it."""
