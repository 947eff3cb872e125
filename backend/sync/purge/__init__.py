"""Removes a person for good, also after an older database was restored."""
