"""What is said about arrivals: announced, expected, listed, counted."""
