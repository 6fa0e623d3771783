"""What is said about leaving."""
