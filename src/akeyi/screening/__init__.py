"""Who needs whom, and how soon; and what people are asked in a quiet corner."""
