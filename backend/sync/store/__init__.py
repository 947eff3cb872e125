"""Reads and writes the tables of sync within one transaction."""
