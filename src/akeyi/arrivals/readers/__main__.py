"""`python -m akeyi.arrivals.readers FILE --json`: the command without the rest of Akeyi."""

import sys

from .command import main

sys.exit(main(sys.argv[1:]))
