"""Office pages about workers, tablets and sites."""
