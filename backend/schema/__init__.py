"""The schema: the kinds of records, the limits of their values, and their validation."""
