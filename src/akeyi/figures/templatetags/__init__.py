"""What templates about figures may use."""
