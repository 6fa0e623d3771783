"""What somebody at some moment said, kept so that nothing is lost, nothing is there twice, and nobody reads past a wall."""
