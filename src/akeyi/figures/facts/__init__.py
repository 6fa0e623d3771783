"""What is said when a day is closed."""
