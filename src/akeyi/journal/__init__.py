"""What somebody at some moment said: nothing is lost, nothing is there twice, and nobody reads past a wall."""
