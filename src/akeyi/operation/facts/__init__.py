"""What is said about how long things are kept."""
