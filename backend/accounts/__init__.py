"""Who may come in: users, their sessions, and what limits guessing."""
