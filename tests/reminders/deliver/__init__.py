"""Tests of backend/reminders/deliver."""
