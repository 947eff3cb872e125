"""Tests of backend/sync/store."""
