"""What is said about children and those who look after them."""
