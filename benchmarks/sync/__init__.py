"""Earshot's sync beside its peers and beside the limit, on the same machine in the same run."""
