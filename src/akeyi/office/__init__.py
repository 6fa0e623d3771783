"""The pages for people at a table."""
