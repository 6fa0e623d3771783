"""The office pages about roads, trips and the night."""
