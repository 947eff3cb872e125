"""Tests of backend/sync/round."""
