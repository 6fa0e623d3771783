"""What is said about the days to come."""
