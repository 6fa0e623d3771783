"""What is said about how urgent somebody is and what they need, and what they answer in a quiet corner."""
