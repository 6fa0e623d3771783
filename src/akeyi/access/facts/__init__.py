"""What is said about sites, workers and devices."""
