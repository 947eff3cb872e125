"""What is due for whom and when, and how it gets there: pushes, a calendar feed, a daily e-mail."""
