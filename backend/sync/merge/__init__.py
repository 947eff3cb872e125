"""Applies one change to one record, and resolves conflicts field by field."""
