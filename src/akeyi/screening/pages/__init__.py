"""Office pages about forms and answers."""
