"""Office pages about items."""
