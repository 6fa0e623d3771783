"""Every address, asked for a while by a machine that knows the contract: nothing breaks, every answer has its shape.

`AKEYI_FUZZ_S` says for how many seconds; `make fuzz` takes longer.
"""

import os
import re
import time
from collections.abc import Callable
from typing import Any

import hypothesis
import pytest
import schemathesis
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_started
from django.db import close_old_connections
from django.test import Client
from doors import Route, ids_for, log_lines, path_of, routes, somebody, undone
from forms import forms
from hypothesis import HealthCheck, Phase
from schemathesis import GenerationMode, checks
from world import World, a_world

from akeyi.operation.openapi import address, document

pytestmark = pytest.mark.django_db
SECONDS = float(os.environ.get("AKEYI_FUZZ_S", "60"))
SEED = int(os.environ.get("AKEYI_FUZZ_SEED", "0"))
ROLES = ("manager", "protection", "child_protection", "authority", "clerk")
CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]
FIELD = re.compile(r'<(?:input|select|textarea)[^>]*\bname="([^"]+)"')
CASES_AT_ONCE = 4


class Served(WSGIHandler):
    """The program as it is served; but nothing stays told, and a form needs no token of its page."""

    def get_response(self, request: Any) -> Any:
        request._dont_enforce_csrf_checks = True
        return super().get_response(request)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        # As the test client does: what the test laid down is rolled back with its connection.
        request_started.disconnect(close_old_connections)
        with undone():
            return list(super().__call__(environ, start_response))


def known_here(w: World, client: Client) -> dict[str, Any]:
    """The contract, with ids that lead somewhere and fields that pages ask for, beside what is no such thing."""
    contract = document()
    filled = forms(w)
    for route in routes():
        said = contract["paths"][address(route.pattern)]
        ids = ids_for(route, w)
        for one in said.get("parameters", []):
            one["schema"] = {"anyOf": [{"enum": sorted({found[one["name"]] for found in ids})}, one["schema"]]}
        names = set(filled.get(route.name, {})) | _asked_on(client, route, ids[0])
        examples = {name: str(value) for name, value in filled.get(route.name, {}).items()}
        for content in said["post"]["requestBody"]["content"].values():
            content["schema"]["properties"] = {
                name: {"anyOf": [{"type": "string"}, {"enum": [examples.get(name, "1"), "1", ids[0].get("id", "x")]}]}
                for name in sorted(names)
            }
    return contract


def _asked_on(client: Client, route: Route, ids: dict[str, str]) -> set[str]:
    with undone():
        shown = client.get(path_of(route, ids))
    return set() if shown.streaming else set(FIELD.findall(shown.content.decode("utf-8", "replace")))


def asks(operation: Any, mode: GenerationMode, at: int, headers: dict[str, str]) -> Callable[[], None]:
    """A few cases of one operation, each sent and held against the contract."""

    @hypothesis.seed(SEED + at)
    @hypothesis.settings(
        max_examples=CASES_AT_ONCE,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        sent.append(operation.label)
        case.call_and_validate(headers=headers, checks=CHECKS)

    sent: list[str] = []
    ask.sent = sent  # type: ignore[attr-defined]
    return ask


def test_no_question_breaks_the_program_and_every_answer_has_its_shape():
    w = a_world()
    browsers = [somebody(w.site, role)[1] for role in ROLES]
    contract = known_here(w, browsers[0])
    schema = schemathesis.openapi.from_dict(contract)
    schema.app = Served()
    operations = [found.ok() for found in schema.get_all_operations()]
    cookie = settings.SESSION_COOKIE_NAME
    assert w.tablet is not None
    tokens = {"Authorization": f"Bearer {w.tablet.token}"}
    cases, at, until = 0, 0, time.monotonic() + SECONDS
    with log_lines() as log:
        while time.monotonic() < until:
            # Each round another role, and by turns what the contract allows and what it does not.
            client = browsers[at // 2 % len(browsers)]
            mode = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)[at % 2]
            for operation in operations:
                if time.monotonic() > until:
                    break
                ask = asks(operation, mode, at, tokens | {"Cookie": f"{cookie}={client.cookies[cookie].value}"})
                try:
                    ask()
                except hypothesis.errors.Unsatisfiable:
                    pass  # Nothing can be wrong about a page that asks nothing.
                except BaseException:
                    print(log.getvalue()[-2000:])
                    raise
                cases += len(ask.sent)
            at += 1
    print(f"\nfuzz: {cases} questions to {len(operations)} operations in {SECONDS:.0f} s, {at} rounds")
