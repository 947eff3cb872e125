"""Claims due items, sends them on every channel, and records the outcome."""
