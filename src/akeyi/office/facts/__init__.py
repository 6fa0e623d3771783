"""What is said when a shift is handed over."""
