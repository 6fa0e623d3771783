"""Who is here: cards, receptions and families."""
