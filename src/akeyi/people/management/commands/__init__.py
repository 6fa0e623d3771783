"""Commands about people and their cards."""
