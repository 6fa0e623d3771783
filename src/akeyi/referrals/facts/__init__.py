"""What is said about services, and about who is sent to them."""
