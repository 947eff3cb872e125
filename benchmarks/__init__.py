"""What a person feels, measured: a command each, or all of them with `make bench`."""
