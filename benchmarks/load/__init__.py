"""Many devices at once, on loopback: does everybody get an answer, and is everything there once?"""
