"""The hub signs for itself, for a year at a time, and for nobody else."""

import ipaddress
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from akeyi.operation import addresses, authority

NOW = datetime(2021, 9, 19, 6, tzinfo=UTC)
LAPTOP = ["localhost", "hub", "hub.local"]
WIRED = [ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("192.168.8.1")]


def certificate(path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def is_trusted(files: authority.Files, name: x509.DNSName | x509.IPAddress, at: datetime) -> bool:
    trusted = Store([certificate(files.authority)])
    try:
        PolicyBuilder().store(trusted).time(at).build_server_verifier(name).verify(certificate(files.server), [])
    except VerificationError:
        return False
    return True


def test_a_tablet_that_trusts_the_authority_trusts_the_hub_by_name_and_by_address(tmp_path):
    files, is_new = authority.ensure(tmp_path, LAPTOP, WIRED, NOW)
    assert is_new
    assert is_trusted(files, x509.DNSName("hub.local"), NOW)
    assert is_trusted(files, x509.IPAddress(WIRED[1]), NOW)
    assert not is_trusted(files, x509.DNSName("bank.example"), NOW)


def test_a_second_start_keeps_what_tablets_trust(tmp_path):
    files, _ = authority.ensure(tmp_path, LAPTOP, WIRED, NOW)
    before = files.authority.read_bytes(), files.server.read_bytes()
    assert authority.ensure(tmp_path, LAPTOP, WIRED, NOW + timedelta(days=1)) == (files, False)
    assert (files.authority.read_bytes(), files.server.read_bytes()) == before


def test_a_certificate_near_its_end_is_renewed_under_the_same_authority(tmp_path):
    files, _ = authority.ensure(tmp_path, LAPTOP, WIRED, NOW)
    trusted = files.authority.read_bytes()
    later = NOW + timedelta(days=310)
    assert authority.ensure(tmp_path, LAPTOP, WIRED, later)[1]
    assert files.authority.read_bytes() == trusted
    assert is_trusted(files, x509.DNSName("hub"), NOW + timedelta(days=600))


def test_a_new_address_of_the_hub_is_signed_for(tmp_path):
    files, _ = authority.ensure(tmp_path, LAPTOP, WIRED, NOW)
    wireless = ipaddress.ip_address("10.42.0.1")
    assert authority.ensure(tmp_path, LAPTOP, [*WIRED, wireless], NOW)[1]
    assert is_trusted(files, x509.IPAddress(wireless), NOW)


def test_an_address_on_the_open_internet_that_came_later_is_not_signed_for(tmp_path):
    files, _ = authority.ensure(tmp_path, LAPTOP, WIRED, NOW)
    public = ipaddress.ip_address("203.0.113.9")
    assert not authority.ensure(tmp_path, LAPTOP, [*WIRED, public], NOW)[1]
    assert not is_trusted(files, x509.IPAddress(public), NOW)


def test_the_authority_may_sign_for_no_other_place(tmp_path):
    files, _ = authority.ensure(tmp_path, LAPTOP, WIRED, NOW)
    limits = certificate(files.authority).extensions.get_extension_for_class(x509.NameConstraints)
    assert limits.critical
    named = [limit.value for limit in limits.value.permitted_subtrees if isinstance(limit, x509.DNSName)]
    assert set(named) == {*LAPTOP, "local"}


def test_a_power_cut_between_key_and_certificate_is_mended(tmp_path):
    files, _ = authority.ensure(tmp_path, LAPTOP, WIRED, NOW)
    other, _ = authority.ensure(tmp_path / "other", LAPTOP, WIRED, NOW)
    files.server_key.write_bytes(other.server_key.read_bytes())
    assert authority.ensure(tmp_path, LAPTOP, WIRED, NOW)[1]


@pytest.mark.parametrize("name", ["authority_key", "server_key"])
def test_keys_are_for_this_user_alone(tmp_path, name):
    files, _ = authority.ensure(tmp_path, LAPTOP, WIRED, NOW)
    assert getattr(files, name).stat().st_mode & 0o077 == 0


def test_this_machine_knows_its_own_addresses():
    assert ipaddress.ip_address("127.0.0.1") in addresses.local_addresses()


def test_it_is_called_by_its_own_name_and_by_those_it_was_given():
    names = addresses.host_names(["127.0.0.1", "hub.example.org", "*", ".example.org", "localhost"])
    assert names[0] == "localhost"
    assert any(name.endswith(".local") for name in names)
    assert names[-1] == "hub.example.org"
    assert len(names) == 4
