"""What is run now and then, by make."""
