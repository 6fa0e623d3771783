"""Who looks after a child, and who may take a child away."""
