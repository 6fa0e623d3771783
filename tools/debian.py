"""Installs a package of Debian's, where this user may."""

import os
import shutil
import subprocess


def install(*packages: str) -> bool:
    """True if Debian's packages are there now; False where there is no apt, no right to it, or no network."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"setup: installing Debian's {', '.join(packages)}", flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    for again in (False, True):
        if again and subprocess.run(["apt-get", "update", "--quiet"], stdout=subprocess.DEVNULL).returncode:
            return False
        if subprocess.run(command, env=os.environ | quiet, stdout=subprocess.DEVNULL).returncode == 0:
            return True
    return False
