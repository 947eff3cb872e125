"""What a person feels, measured: one command each, or all of them with `make bench`."""
