"""Complaints, and statements that nobody but two holders together can read."""
