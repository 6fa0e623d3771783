"""The names and addresses by which tablets on the same network reach this server."""

import ipaddress
import re
import socket
from pathlib import Path

# A name and not an address, and not a pattern such as ".example.org".
NAME = re.compile(r"(?!.*\.\d+$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def host_names(configured: list[str]) -> list[str]:
    """This machine's own name, the one it has on a network without a name server, and those it was given."""
    own = socket.gethostname().split(".")[0].lower()
    given = [name.lower() for name in configured if NAME.fullmatch(name.lower())]
    return list(dict.fromkeys(["localhost", own, f"{own}.local", *given]))


def local_addresses() -> list[Address]:
    """Every address of this machine, from the kernel's own tables."""
    found: set[Address] = {ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1")}
    found |= _of_version_4(_read("/proc/net/fib_trie")) | _of_version_6(_read("/proc/net/if_inet6"))
    return sorted(found, key=lambda address: (address.version, int(address)))


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def _of_version_4(table: str) -> set[Address]:
    """`|-- 10.0.0.7` followed by a line `/32 host LOCAL` is an address of ours."""
    found: set[Address] = set()
    candidate = ""
    for line in table.splitlines():
        if "|-- " in line:
            candidate = line.rpartition(" ")[2]
        elif "/32 host LOCAL" in line:
            found.add(ipaddress.ip_address(candidate))
    return found


def _of_version_6(table: str) -> set[Address]:
    return {ipaddress.ip_address(bytes.fromhex(line.split()[0])) for line in table.splitlines() if line.strip()}
