"""Office pages of this room."""
