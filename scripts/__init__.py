"""Scripts that make runs now and then."""
