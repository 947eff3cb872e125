"""Reminders: what is due for whom and when, and sending it by push, e-mail and calendar feed."""
