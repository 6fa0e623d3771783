"""How people at a table come in: one-time codes, passkeys, code apps, wrong tries, and when a session ends."""
