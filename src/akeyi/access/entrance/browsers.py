"""Browsers as people know them: `Chrome, Android`, out of what a browser says about itself."""

# In this order: many a browser names others beside itself.
BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "SamsungBrowser": "Samsung",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


def in_words(user_agent: str) -> str:
    """`Firefox, Windows`; empty where neither is known."""
    said = (next((word for sign, word in known.items() if sign in user_agent), "") for known in (BROWSERS, SYSTEMS))
    return ", ".join(word for word in said if word)
