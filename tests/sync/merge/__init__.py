"""Tests of backend/sync/merge."""
