"""What guessing one PIN costs: Argon2id, the same at the hub and for the rings on tablets."""

# 46 MiB is what a tablet with 2 GB bears; measured equal on both sides.
COST = {"memory_kib": 47_104, "iterations": 3, "parallelism": 1}
