"""Office pages about complaints and sealed statements."""
