"""The day of `make bench-plan` in Ciw, for comparison; run by it in a place that has Ciw and nothing of Akeyi.

Reads {people, over_s, stations, workers, mean_s, spread_s, seed}, prints {cpu_s, out, door_to_exit_s}.
"""

import json
import math
import sys
import time

import ciw


def main() -> None:
    asked = json.loads(sys.stdin.read())
    n, width = asked["stations"], math.sqrt(math.log1p((asked["spread_s"] / asked["mean_s"]) ** 2))
    middle = math.log(asked["mean_s"]) - width**2 / 2
    apart = asked["over_s"] / asked["people"]
    next_station = [[1.0 if j == i + 1 else 0.0 for j in range(n)] for i in range(n)]
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Deterministic(apart), *[None] * (n - 1)],
        service_distributions=[ciw.dists.Lognormal(middle, width) for _ in range(n)],
        routing=next_station,
        number_of_servers=[asked["workers"]] * n,
    )
    ciw.seed(asked["seed"])
    begun = time.process_time()
    day = ciw.Simulation(network)
    day.simulate_until_max_customers(asked["people"], method="Finish")
    records = day.get_all_records(only=["service"])
    cpu_s = time.process_time() - begun
    came, went = {}, {}
    for one in records:
        if one.node == 1:
            came[one.id_number] = one.arrival_date
        if one.node == n:
            went[one.id_number] = one.exit_date
    stayed = [went[id] - came[id] for id in went]
    print(json.dumps({"cpu_s": cpu_s, "out": len(stayed), "door_to_exit_s": sum(stayed) / len(stayed)}))


if __name__ == "__main__":
    main()
