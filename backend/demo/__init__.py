"""A seeded, believable year of meeting people, to look around in."""
