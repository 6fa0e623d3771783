"""Akeyi: meet people who return, and give them immediate assistance."""
