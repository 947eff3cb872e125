"""Accounts: users, sign-up and sign-in, sessions, and the rate limit on guessing passwords."""
