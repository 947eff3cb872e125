"""The revisions of records: kept, trimmed, and shown."""
