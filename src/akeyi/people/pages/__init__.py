"""Office pages about people, families, households and cards."""
