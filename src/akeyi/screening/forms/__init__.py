"""Screening forms: XLSForms that an information officer publishes, a tablet asks offline, and the office reads."""
