"""What guessing a PIN costs whoever holds a tablet and every key found in it (`make bench-pin`).

Prints one line: the time of one Argon2id at the cost of our rings, on one core and on two at once, and how long all
PINs of six digits take on this computer.
"""

import time
from concurrent.futures import ThreadPoolExecutor

from argon2.low_level import Type, hash_secret_raw

from akeyi.access.pin_cost import COST

PINS = 10**6
GUESSES = 24
HOUR_S = 3600


def guess(number: int) -> bytes:
    """One PIN tried, as a thief's program would: Argon2 lets go of Python meanwhile, so threads use every core."""
    pin, salt = f"{number:06}".encode(), b"salt of one ring"
    return hash_secret_raw(pin, salt, COST["iterations"], COST["memory_kib"], COST["parallelism"], 32, Type.ID)


def seconds_a_guess(cores: int) -> float:
    """Measured as the time of the cores themselves, so that other work on this computer makes no guess look dearer."""
    with ThreadPoolExecutor(cores) as guessers:
        list(guessers.map(guess, range(cores)))
        started = time.process_time()
        list(guessers.map(guess, range(GUESSES)))
    return (time.process_time() - started) / GUESSES / cores


def main() -> None:
    one, two = seconds_a_guess(1), seconds_a_guess(2)
    print(
        f"PIN guessing: argon2id {COST['memory_kib'] // 1024} MiB x {COST['iterations']}: "
        f"{one * 1000:.0f} ms a guess on one core, {two * 1000:.0f} ms on two; all {PINS:,} PINs of six digits: "
        f"{PINS * one / HOUR_S:.0f} h on one core, {PINS * two / HOUR_S:.0f} h on two"
    )


if __name__ == "__main__":
    main()
