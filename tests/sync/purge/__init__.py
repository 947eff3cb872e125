"""Tests of backend/sync/purge."""
