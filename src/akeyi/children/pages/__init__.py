"""Office pages about children who leave."""
