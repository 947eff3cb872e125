"""Tests of what `flask check` says."""
