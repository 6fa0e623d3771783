"""The server's own certificate authority: tablets trust it once, and reach the hub securely without the internet.

A tablet's camera and storage need a secure origin, and no public authority signs for a laptop in an arrival hall. The
authority may sign for this server's names and for private networks alone, so whoever stole its key could still not pose
as any other place to the tablets that trust it.
"""

import ipaddress
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from .addresses import Address

AUTHORITY_YEARS = 10
SERVER_DAYS = 365
RENEW_BEFORE = timedelta(days=60)
PRIVATE = ["127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"]
PRIVATE += ["::1/128", "fc00::/7", "fe80::/10"]


@dataclass(frozen=True)
class Files:
    """Where authority and server certificate lie."""

    folder: Path

    @property
    def authority(self) -> Path:
        return self.folder / "authority.crt"

    @property
    def authority_key(self) -> Path:
        return self.folder / "authority.key"

    @property
    def server(self) -> Path:
        return self.folder / "server.crt"

    @property
    def server_key(self) -> Path:
        return self.folder / "server.key"


def ensure(folder: Path, names: list[str], addresses: list[Address], now: datetime | None = None) -> tuple[Files, bool]:
    """An authority and a valid server certificate for these names; True if the server's was made anew."""
    now = now or datetime.now(UTC)
    files = Files(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not files.authority.exists():
        _make_authority(files, names, addresses, now)
    names, addresses = _allowed(files, names, addresses)
    if _is_good(files, names, addresses, now):
        return files, False
    _make_server(files, names, addresses, now)
    return files, True


def fingerprint(files: Files) -> str:
    """Read aloud or compared on the tablet's screen before the authority is trusted."""
    digest = _load(files.authority).fingerprint(hashes.SHA256()).hex().upper()
    return ":".join(digest[at : at + 2] for at in range(0, len(digest), 2))


def _is_good(files: Files, names: list[str], addresses: list[Address], now: datetime) -> bool:
    if not (files.server.exists() and files.server_key.exists()):
        return False
    certificate = _load(files.server)
    named = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    key = serialization.load_pem_private_key(files.server_key.read_bytes(), None)
    return (
        # A power cut between the two files leaves a key that is not this certificate's.
        certificate.public_key() == key.public_key()
        and certificate.issuer == _load(files.authority).subject
        and now + RENEW_BEFORE < certificate.not_valid_after_utc
        and set(names) <= set(named.get_values_for_type(x509.DNSName))
        and set(addresses) <= set(named.get_values_for_type(x509.IPAddress))
    )


def _allowed(files: Files, names: list[str], addresses: list[Address]) -> tuple[list[str], list[Address]]:
    """Those the authority may sign for: an address that came later and is public is left out, not signed in vain."""
    limits = _load(files.authority).extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees
    suffixes = [limit.value for limit in limits or [] if isinstance(limit, x509.DNSName)]
    values = [limit.value for limit in limits or [] if isinstance(limit, x509.IPAddress)]
    networks = [value for value in values if isinstance(value, ipaddress.IPv4Network | ipaddress.IPv6Network)]
    return (
        [name for name in names if any(name == suffix or name.endswith(f".{suffix}") for suffix in suffixes)],
        [address for address in addresses if any(address in network for network in networks)],
    )


def _make_authority(files: Files, names: list[str], addresses: list[Address], now: datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    # A number tells the authorities of two hubs apart in a tablet's list.
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Akeyi hub {os.urandom(3).hex()}")])
    private = [ipaddress.ip_network(network) for network in PRIVATE]
    public = [address for address in addresses if not any(address in network for network in private)]
    networks = private + [ipaddress.ip_network(address) for address in public]
    suffixes = dict.fromkeys([*names, "local"])
    permitted: list[x509.GeneralName] = [x509.DNSName(suffix) for suffix in suffixes]
    permitted += [x509.IPAddress(network) for network in networks]
    certificate = (
        _begin(subject, subject, key.public_key(), now, timedelta(days=365 * AUTHORITY_YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=permitted, excluded_subtrees=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write_key(files.authority_key, key)
    _write(files.authority, certificate.public_bytes(serialization.Encoding.PEM), 0o644)


def _make_server(files: Files, names: list[str], addresses: list[Address], now: datetime) -> None:
    authority = _load(files.authority)
    authority_key = serialization.load_pem_private_key(files.authority_key.read_bytes(), None)
    assert isinstance(authority_key, ec.EllipticCurvePrivateKey)
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Akeyi")])
    named = [x509.DNSName(name) for name in names] + [x509.IPAddress(address) for address in addresses]
    certificate = (
        _begin(subject, authority.subject, key.public_key(), now, timedelta(days=SERVER_DAYS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(named), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    _write_key(files.server_key, key)
    _write(files.server, certificate.public_bytes(serialization.Encoding.PEM), 0o644)


def _begin(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, lasts: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        # A tablet's clock may be a day behind the hub's.
        .not_valid_before(now - timedelta(days=2))
        .not_valid_after(now + lasts)
    )


def _usage(signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _load(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def _write_key(path: Path, key: ec.EllipticCurvePrivateKey) -> None:
    text = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    _write(path, text, 0o600)


def _write(path: Path, content: bytes, mode: int) -> None:
    """Whole or not at all: a server that starts meanwhile never reads half a certificate."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
    beside.replace(path)
