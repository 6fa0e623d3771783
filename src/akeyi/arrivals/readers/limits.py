"""How much a list may be: more than this is no list of people, or one that was made to do harm."""

LARGEST_FILE = 20 * 1024 * 1024
MOST_LINES = 5_000
# Rows that are no lines (titles, empty rows, totals) come on top; a sheet far longer is not read at all.
MOST_ROWS = 60_000
MOST_COLUMNS = 400
MOST_CELLS = 3_000_000
# What an archive may unpack to, in bytes, as it declares itself.
LARGEST_UNPACKED = 150 * 1024 * 1024
LARGEST_PART = 100 * 1024 * 1024
MOST_PARTS = 2_000
# Lists of people shrink 10 to 40 times; only emptiness shrinks more than this.
MOST_SHRUNK = 400
SHRUNK_FROM = 8 * 1024 * 1024

MEMORY = 512 * 1024 * 1024
CPU_S = 10
WALL_S = 20
MOST_ANSWER = 24 * 1024 * 1024

# A sheet that is shown as it is: a page of workers, not the list of a flight.
MOST_PLAIN_ROWS = 1_000
MOST_PLAIN_COLUMNS = 60
MOST_PLAIN_TEXT = 1_000_000
