"""What people are asked in a quiet corner, and what follows from it."""
