"""Cards: numbers that can be read aloud, codes that can be scanned, and the sheets they are printed on."""
