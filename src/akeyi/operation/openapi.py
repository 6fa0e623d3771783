"""The contract of every address as an OpenAPI 3.1 document, made from the kinds and the routes (`akeyi openapi`).

Tablets are answered in JSON, with the shapes of `access.device_wire`; people at a table in pages and files.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from pydantic import BaseModel

from akeyi.access import device_wire as wire
from akeyi.assistance import wire as assistance
from akeyi.feedback import wire as feedback
from akeyi.journal.registry import KINDS

REFS = "#/components/schemas/{model}"
JSON, PAGE = "application/json", "text/html"
SEALED = "application/octet-stream"

# address: (method, what is asked, what is answered, whether a tablet's token is needed)
TABLETS: dict[str, tuple[str, Any, Any, bool]] = {
    "/access/enrol": ("post", wire.EnrolAsked, wire.Enrolled, False),
    "/access/sign-in": ("post", wire.SignInAsked, wire.SignedIn, True),
    "/access/day-badge": ("post", wire.DayBadgeAsked, wire.Bearer, True),
    "/access/shift": ("post", wire.ShiftAsked, wire.SignedIn, True),
    "/access/device": ("get", None, wire.About, True),
    "/assistance/stock": ("post", assistance.StockAsked, assistance.StockAnswered, True),
    "/feedback/answer": ("post", feedback.AnswerAsked, feedback.ComplaintAnswered, True),
    "/journal/facts": ("post", SEALED, wire.Told, True),
    "/journal/pull": ("post", wire.PullAsked, wire.Pulled, True),
}
FORMATS = {
    "id": {"format": "uuid"},
    "slug": {"pattern": "^[-a-zA-Z0-9_]+$"},
    "day": {"format": "date"},
    "int": {"pattern": "^[0-9]{1,9}$"},
}
# What a page may answer: shown, sent on, not understood, not allowed, not there, and too often or too much.
PAGES = {
    "200": "The page, a part of it, or a file.",
    "302": "Done; go on there.",
    "400": "Not understood; the page says what to do now.",
    "403": "Not for this role.",
    "404": "Nothing is there, or nothing for this role.",
    "405": "Another method is asked for.",
    "409": "It has changed meanwhile.",
    "413": "Too much at once.",
    "429": "Too often; wait.",
}


def document() -> dict[str, Any]:
    """The whole document."""
    shapes: dict[str, Any] = {}
    paths = {path: {method: _of_tablet(path, shapes)} for path, (method, *_) in TABLETS.items()}
    for name, pattern in sorted(routes()):
        paths[address(pattern)] = _of_page(name, pattern)
    # A body travels as text in its fact; partners find its shape by the kind's name.
    shapes |= {f"fact.{name}": {"$ref": f"schemas/{name}.json"} for name in sorted(KINDS)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Akeyi",
            "version": "1",
            "description": "What tablets ask of a hub, and the pages of people at a table.",
            "license": {"name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later"},
        },
        "paths": paths,
        "components": {
            "schemas": shapes,
            "responses": {status: {"description": what} for status, what in PAGES.items()},
            "securitySchemes": {
                "tablet": {"type": "http", "scheme": "bearer"},
                "office": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
            },
        },
    }


def address(pattern: str) -> str:
    """Where the document names a route."""
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", pattern)


def routes(patterns: Any = None, before: str = "") -> Iterator[tuple[str, str]]:
    """(name, pattern) of every address that Django knows."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        pattern = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, pattern)
        elif isinstance(one, URLPattern):
            yield one.name or pattern, pattern


def _shape(of: type[BaseModel], shapes: dict[str, Any]) -> dict[str, Any]:
    found = of.model_json_schema(ref_template=REFS)
    shapes |= found.pop("$defs", {}) | {of.__name__: found}
    return {"$ref": REFS.format(model=of.__name__)}


def _of_tablet(path: str, shapes: dict[str, Any]) -> dict[str, Any]:
    _, asked, answered, is_known = TABLETS[path]
    wrong = {JSON: {"schema": _shape(wire.Refused, shapes)}}
    said: dict[str, Any] = {
        "operationId": path.strip("/").replace("/", "-"),
        "tags": ["tablets"],
        "summary": (asked or answered).__doc__ if asked is not SEALED else "Facts as they lay on the tablet, sealed.",
        "responses": {
            "200": {"description": "Answered.", "content": {JSON: {"schema": _shape(answered, shapes)}}},
            "4XX": {"description": "Refused, by a number of the catalogue.", "content": wrong},
            "405": {"description": "Another method is asked for.", "content": {PAGE: {}}},
        },
    }
    if is_known:
        said["security"] = [{"tablet": []}]
    if asked is SEALED:
        said["requestBody"] = {
            "required": True,
            "content": {SEALED: {"schema": {"type": "string", "format": "binary"}}},
        }
    elif asked is not None:
        said["requestBody"] = {"required": True, "content": {JSON: {"schema": _shape(asked, shapes)}}}
    return said


def _of_page(name: str, pattern: str) -> dict[str, Any]:
    """A page is asked for, and what is filled in on it is sent to the same address or to one beside."""
    said: dict[str, Any] = {
        "parameters": [
            {"name": of, "in": "path", "required": True, "schema": {"type": "string"} | FORMATS.get(kind, {})}
            for kind, of in re.findall(r"<(?:(\w+):)?(\w+)>", pattern)
        ]
    }
    responses = {status: {"$ref": f"#/components/responses/{status}"} for status in PAGES}
    if not said["parameters"]:
        del said["parameters"]
    for method in ("get", "post"):
        said[method] = {
            "operationId": f"{name}-{method}",
            "tags": ["office"],
            "security": [{"office": []}],
            "responses": responses,
        }
    said["post"]["requestBody"] = {
        "content": {
            kind: {"schema": {"type": "object", "additionalProperties": {"type": "string"}}}
            for kind in ("application/x-www-form-urlencoded", "multipart/form-data")
        }
    }
    return said
