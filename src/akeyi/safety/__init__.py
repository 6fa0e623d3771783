"""The hall is paused or emptied, who was seen at the other place, what happened, and whose bag is whose."""
