"""How people leave, and where to."""
