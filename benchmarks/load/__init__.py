"""Many devices at once, on loopback: everybody gets an answer, and everything is stored once."""
