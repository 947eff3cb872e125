"""The whole thing as a person meets it: real browsers against a real server."""
