"""What is said about items and what was given."""
