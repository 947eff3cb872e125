"""What is due when: reads what changed and keeps the list of due items."""
