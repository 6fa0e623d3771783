"""Tells the marked world into a server's own database, and says what to look for: a browser sees no table of a test."""

import json
import sys
from dataclasses import astuple

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from world import a_world  # noqa: E402

from akeyi.testing.cast import a_worker  # noqa: E402

if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    w = a_world()
    # A hall that is paused shows no stations.
    w.says("safety.resume", w.site, arrivals=(), ends=w.told["safety.pause"])
    for role in sys.argv[1:]:
        a_worker(w.site, role, (role,))
    print(json.dumps([astuple(one) for one in w.marks.made]))
