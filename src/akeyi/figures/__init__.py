"""Numbers with their definitions, and days that are closed."""
