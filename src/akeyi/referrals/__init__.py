"""To which service somebody is sent, what it is told, by when, and what it answered."""
