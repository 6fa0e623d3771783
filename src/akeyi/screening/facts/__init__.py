"""What is said in a quiet corner, and with which forms it is asked."""
