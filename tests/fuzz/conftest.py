"""The hall of the walls' tests, with something in it for every address."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "walls"))
