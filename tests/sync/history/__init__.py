"""Tests of backend/sync/history."""
