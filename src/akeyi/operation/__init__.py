"""What keeps a server alive: serving, its certificate authority, backups, headers and logs."""
