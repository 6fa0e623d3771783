"""What there is to give, and what was given."""
