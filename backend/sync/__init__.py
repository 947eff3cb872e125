"""Sync: the server takes in what devices changed, decides, and tells each what is new."""
