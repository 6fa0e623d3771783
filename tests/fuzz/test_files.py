"""Files that others send, changed at random: every reader reads or refuses, within 2 s of work and 512 MB.

`AKEYI_FUZZ_CASES` says how many files each reader gets; `make fuzz` gives more.
"""

import base64
import io
import os
import signal
import traceback
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest
from cryptography.hazmat.primitives import serialization
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

from akeyi.access.devices import key_pair
from akeyi.access.sealed_facts import HEADER, MAGIC, read_sealed
from akeyi.access.sealing_as_tablets import Sealing
from akeyi.arrivals.readers.formats import readers
from akeyi.arrivals.readers.plain import plain_here
from akeyi.arrivals.readers.reading import read_here
from akeyi.arrivals.readers.refusals import NotAList
from akeyi.arrivals.tests import lists
from akeyi.screening.forms.convert import convert_here
from akeyi.screening.forms.ours import feedback
from akeyi.screening.forms.problems import NotAForm

CASES = int(os.environ.get("AKEYI_FUZZ_CASES", "60"))
SEED = int(os.environ.get("AKEYI_FUZZ_SEED", "0"))
WORK_S, MEMORY_KB = 2.0, 512 * 1024
TOO_LONG = 99
# Bytes that mean something to one format or another.
WORDS = [
    b"\x00",
    b"\xff\xfe",
    b"\xa0",
    b'"',
    b"'",
    b"+",
    b"\r\n",
    b";",
    b"\t",
    b"</",
    b"&x;",
    b"PK\x03\x04",
    b"9" * 400,
]


def sealed_facts(data: bytes) -> None:
    read_sealed(data, KEY, 500)


@dataclass(frozen=True)
class Reader:
    """What reads, what it may refuse with, and files to begin with."""

    read: Callable[[bytes], object]
    refusals: tuple[type[Exception], ...]
    seeds: Callable[[], list[bytes]]


def _lists(*endings: str) -> Callable[[], list[bytes]]:
    folder = Path(lists.__file__).parent
    return lambda: [
        file.read_bytes()
        for file in sorted(folder.iterdir())
        if file.suffix in endings and file.stat().st_size < 60_000 and not file.name.endswith(".json")
    ]


PAIR = key_pair()
KEY = serialization.load_der_private_key(base64.b64decode(PAIR["private"]), None)


def _batches() -> list[bytes]:
    sealing = Sealing(PAIR["public"])
    told = [
        sealing.told(f"0190a5c0-0000-7000-8000-00000000000{n}", n, wall, b'{"id": "x"}')
        for n, wall in ((1, "reception"), (2, "child"), (3, "reception"))
    ]
    return [sealing.batch(*told), sealing.batch(told[0])]


READERS = {
    "lists as text": Reader(lambda data: read_here(data, "list.csv"), (NotAList,), _lists(".csv", ".txt", ".edi")),
    "lists as workbooks": Reader(lambda data: read_here(data, "list"), (NotAList,), _lists(".xlsx", ".xls", ".ods")),
    "sheets of workers": Reader(lambda data: plain_here(data, "workers"), (NotAList,), _lists(".csv", ".xlsx", ".ods")),
    "forms": Reader(convert_here, (NotAForm,), lambda: [feedback.FORM.workbook()]),
    "sealed facts": Reader(sealed_facts, (ValueError, OverflowError), _batches),
}


SEEDS: dict[str, list[bytes]] = {}


@st.composite
def changed(draw: st.DrawFn, name: str) -> bytes:
    """A file with some of its bytes cut, doubled, moved or written over; of an archive, those of one of its parts."""
    seeds = SEEDS[name]
    data = seeds[draw(st.integers(0, len(seeds) - 1))]
    if zipfile.is_zipfile(io.BytesIO(data)) and draw(st.integers(0, 3)):
        return _with_a_part_changed(draw, data)
    if data[:2] == MAGIC and draw(st.booleans()):
        return _summed_again(_mutated(draw, data))
    return _mutated(draw, data)


def _mutated(draw: st.DrawFn, data: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.sampled_from([0, 1, 2, 8, 60, 5000])))
        put = draw(st.one_of(st.sampled_from(WORDS), st.binary(max_size=8), st.just(data[at:to] * 2)))
        data = data[:at] + put + data[to:]
    return data


def _with_a_part_changed(draw: st.DrawFn, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = draw(st.sampled_from(sorted(old.namelist())))
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _mutated(draw, part) if name == chosen else part)
    return out.getvalue()


def _summed_again(log: bytes) -> bytes:
    """With checksums that fit, so that what stands behind them is read."""
    at, whole = 0, b""
    while len(log) - at >= HEADER.size:
        end = at + HEADER.size + int.from_bytes(log[at + 12 : at + 16])
        head, payload = log[at : at + HEADER.size], log[at + HEADER.size : end]
        checksum = zlib.crc32(payload, zlib.crc32(head[:20] + bytes(4) + head[24:]))
        whole += head[:20] + checksum.to_bytes(4) + head[24:] + payload
        at = end
    return whole + log[at:]


def read_apart(reader: Reader, files: list[bytes]) -> tuple[int, str, int]:
    """Reads in a process of its own: the number of the file it ended at, why, and the most memory it took in kB."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        said = 0
        try:
            signal.signal(signal.SIGVTALRM, lambda *_: os._exit(TOO_LONG))
            for data in files:
                os.write(into, b".")
                signal.setitimer(signal.ITIMER_VIRTUAL, WORK_S)
                with suppress(*reader.refusals):
                    reader.read(data)
        except BaseException:
            os.write(into, b"!" + traceback.format_exc()[-3000:].encode())
            said = 1
        os._exit(said)
    os.close(into)
    with os.fdopen(out, "rb") as told:
        begun, _, why = told.read().partition(b"!")
    _, status, used = os.wait4(child, 0)
    if code := os.waitstatus_to_exitcode(status):
        return len(begun) - 1, why.decode() or ("took too long" if code == TOO_LONG else f"ended with {code}"), 0
    return -1, "", used.ru_maxrss


@pytest.mark.parametrize("name", READERS)
def test_a_file_changed_at_random_is_read_or_refused(name, tmp_path):
    reader = READERS[name]
    readers()
    seeds, files = SEEDS.setdefault(name, reader.seeds()), []

    @hypothesis.seed(SEED)
    @hypothesis.settings(
        max_examples=CASES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(changed(name))
    def gather(data: bytes) -> None:
        files.append(data)

    gather()
    at, why, memory = read_apart(reader, [*seeds, *files])
    if why:
        (tmp_path / "file").write_bytes([*seeds, *files][at])
        pytest.fail(f"{tmp_path / 'file'}: {why}")
    assert memory < MEMORY_KB
    print(f"\nfuzz: {len(files)} files as {name}, {memory // 1024} MB at most")
