"""Tests of backend/reminders/push."""
