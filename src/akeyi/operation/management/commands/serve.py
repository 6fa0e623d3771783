"""`akeyi serve`: serves the desk and the office to this machine, or to the tablets of a hall."""

import os
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from akeyi.access import greeting, queries
from akeyi.access.beginning import COMMAND
from akeyi.journal import keys
from akeyi.journal.record import retry_aside
from akeyi.journal.sealing import is_anything_sealed
from akeyi.operation import addresses, at_rest, authority, door, hourly, serving

PLAIN, SECURE = 8000, 8443
EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 - compared with, not bound to


class Command(BaseCommand):
    help = "Serves Akeyi until it is stopped. Tables are brought up to date first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 lets tablets of the network in")
        parser.add_argument("--port", type=int, help=f"{PLAIN}, with --tls {SECURE}")
        parser.add_argument("--workers", type=int, default=2, help="processes; as many as the machine has cores")
        parser.add_argument("--tls", action="store_true", help="with a certificate of this server's own authority")
        parser.add_argument(
            "--door", type=int, default=PLAIN, help="with --tls: the port that hands out the authority, 0 for none"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        # The database and everything beside it is for this user alone.
        os.umask(0o077)
        options["port"] = options["port"] or (SECURE if options["tls"] else PLAIN)
        self.must_be_free(options["host"], options["port"], "--port")
        if options["tls"] and options["door"]:
            self.must_be_free(options["host"], options["door"], "--door")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        # Without them it could neither take in nor give what is sealed: better said now than to a tablet.
        keys.ring(is_anything_sealed)
        # An upgrade may understand what was set aside before it.
        retry_aside()
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        names, reachable = addresses.host_names(settings.ALLOWED_HOSTS), addresses.local_addresses()
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, *names, *(_in_url(address) for address in reachable)]
        files, renew = None, None
        if options["tls"]:
            renew = lambda: authority.ensure(settings.VAR / "tls", names, reachable)[1]  # noqa: E731 - None without TLS
            files, _ = authority.ensure(settings.VAR / "tls", names, reachable)
            for name, value in settings.OVER_TLS.items():
                setattr(settings, name, value)
        has_site = bool(queries.sites())
        # A connection that two processes share answers each with the other's rows.
        connections.close_all()
        hourly.start()
        serving.run(
            serving.Serving(
                host=options["host"],
                port=options["port"],
                workers=options["workers"],
                certificate=files.server if files else None,
                certificate_key=files.server_key if files else None,
                greet=lambda: self.greet(options, files, has_site),
                renew=renew,
            )
        )

    def must_be_free(self, host: str, port: int, option: str) -> None:
        if not serving.is_free(host, port):
            raise CommandError(
                f"Port {port} of {host} cannot be used: another program may have it. "
                f"Stop that one, or choose another with {option}."
            )

    def greet(self, options: dict[str, Any], files: authority.Files | None, has_site: bool) -> None:
        scheme = "https" if files else "http"
        hosts = _reached_at(options["host"])
        self.stdout.write("Akeyi serves at")
        for host in hosts:
            self.stdout.write(f"  {scheme}://{host}:{options['port']}")
        if files:
            if options["door"]:
                door.open_door(options["host"], options["door"], options["port"], files.authority)
            fetched = (
                f"http://{hosts[-1]}:{options['door']}" if options["door"] else f"https://{hosts[-1]}:{options['port']}"
            )
            self.stdout.write(f"Tablets trust it once they have {fetched}/authority.crt")
            self.stdout.write(f"  its SHA-256 is {authority.fingerprint(files)}")
        for line in [*greeting.lines(), *at_rest.warnings()]:
            self.stdout.write(line)
        if not has_site:
            self.stdout.write(f"There is no site here yet, so nobody can sign in. It begins with\n  {COMMAND}")
        self.stdout.flush()


def _reached_at(host: str) -> list[str]:
    """Where to point a browser: this machine first, then what a tablet on the network would use."""
    if host not in EVERYWHERE:
        return [f"[{host}]" if ":" in host else host]
    usable = [address for address in addresses.local_addresses() if not address.is_link_local]
    return [_in_url(address) for address in usable if address.version == 4 or host == "::"]


def _in_url(address: addresses.Address) -> str:
    return f"[{address}]" if address.version == 6 else str(address)
