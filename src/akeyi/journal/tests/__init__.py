"""What the journal promises, sentence by sentence."""
