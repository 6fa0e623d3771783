"""Flights, boats, buses, trucks and people on foot: announced, listed, counted."""
