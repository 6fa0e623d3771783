"""The journal's own kinds: taking back, deciding, erasing."""
