"""What is told of complaints and sealed statements."""
