"""Backups: a copy of the database made while the server runs, and restoring it."""
