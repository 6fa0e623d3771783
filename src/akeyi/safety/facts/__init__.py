"""What is said when the hall has to be calm."""
