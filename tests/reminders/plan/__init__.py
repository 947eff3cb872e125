"""Tests of backend/reminders/plan."""
