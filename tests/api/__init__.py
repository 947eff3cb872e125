"""Calls that are made up from docs/openapi.json."""
