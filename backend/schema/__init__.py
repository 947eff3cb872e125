"""What a record is: the kinds, their limits, and the one validator in front of the database."""
