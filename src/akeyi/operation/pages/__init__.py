"""Pages of what keeps the server alive."""
