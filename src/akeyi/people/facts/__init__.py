"""What is said about people and their cards."""
