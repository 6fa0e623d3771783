"""Office pages about figures."""
