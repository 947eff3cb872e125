"""Notifies open apps that there is something new, over server-sent events."""
