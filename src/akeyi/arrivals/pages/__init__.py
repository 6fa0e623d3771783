"""The office pages about arrivals and their lists, one module a page."""
