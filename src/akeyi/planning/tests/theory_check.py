"""Mean waiting at one station with random arrivals and services: simulated, and by Erlang's formula."""

import math
from random import Random
from statistics import linear_regression

from akeyi.planning.hall import Day, Stop, live
from akeyi.planning.times import Time

SERVE_S = 60.0


def waiting(workers: int, load: float, runs: int, people: int) -> tuple[float, float]:
    """(simulated, by theory). `load`: how busy each worker is.

    Each run has by chance a little more or less load than was asked for; what is simulated is read at the load asked
    for, off the line through all runs.
    """
    waits, loads = [], []
    for seed in range(runs):
        chance, at, arrivals = Random(f"{workers} {seed}"), 0.0, []
        for _ in range(people):
            at += chance.expovariate(workers * load / SERVE_S)
            arrivals.append((at, 1, 0.0))
        table = Stop("table", Time(SERVE_S, SERVE_S, "gamma"))
        lived = live(Day([table], arrivals, {"table": [(0.0, at * 2, workers)]}), seed)
        waited = sum(lived.waits["table"])
        waits.append(waited / people)
        loads.append((sum(lived.door_to_exit) - waited) / at / workers)
    slope, begin = linear_regression(loads, waits)
    return begin + slope * load, by_theory(workers, load)


def by_theory(workers: int, load: float) -> float:
    """Erlang C, and from it the mean waiting in seconds."""
    all_busy = workers * load
    queue = all_busy**workers / math.factorial(workers) / (1 - load)
    waits = queue / (sum(all_busy**k / math.factorial(k) for k in range(workers)) + queue)
    return waits * SERVE_S / (workers * (1 - load))
