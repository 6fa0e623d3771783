"""Who works here: sites, organisations, workers, devices, and what each may read and write."""
