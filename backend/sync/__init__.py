"""Sync: applies the changes that devices send, and sends each device what is new to it."""
