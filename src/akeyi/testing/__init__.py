"""The cast and the builders every test uses, and the servers and browsers that journeys need."""
