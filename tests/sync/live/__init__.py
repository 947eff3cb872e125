"""Tests of backend/sync/live."""
