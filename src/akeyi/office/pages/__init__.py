"""The pages of the office, one module a page."""
