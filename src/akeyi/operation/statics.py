"""Serves the files of the office pages and of the desk, compressed once and cached as long as their names allow."""

from pathlib import Path
from typing import Any
from wsgiref.headers import Headers

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from whitenoise.middleware import WhiteNoiseMiddleware

from akeyi.people.recordings import recording, recordings

DESK = "/desk/"
# The build gives these a name that changes with their content.
HASHED = f"{DESK}assets/"
AUDIO = f"{DESK}audio/"


class Statics(WhiteNoiseMiddleware):
    """Every address of the desk that is no file is a place inside it: it gets the desk's one page."""

    def __init__(self, get_response: Any = None) -> None:
        # The folder that files are collected into at the start of a server; before that the rooms' own are served.
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        super().__init__(get_response)
        if Path(settings.DESK_DIST).is_dir():
            self.add_files(settings.DESK_DIST, prefix=DESK)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        path = request.path_info
        if path.startswith(AUDIO):
            return self.audio(path.removeprefix(AUDIO), request)
        found = self.files.get(path)
        if found is None and path.startswith(DESK) and "." not in path.rpartition("/")[2]:
            found = self.files.get(f"{DESK}index.html")
        if found is not None:
            return self.serve(found, request)
        if path == DESK.rstrip("/"):
            return HttpResponseRedirect(DESK)
        return self.get_response(request)

    def audio(self, name: str, request: HttpRequest) -> HttpResponseBase:
        """Looked for at each request: a file put into the folder of recordings is served at once, without a restart."""
        if name == "recordings.json":
            return JsonResponse(recordings(), headers={"Cache-Control": "no-cache"})
        file = recording(name)
        if file is None:
            return self.get_response(request)
        return self.serve(self.get_static_file(str(file), request.path_info), request)

    def add_files_from_finders(self) -> None:
        collected = dict(self.files)
        super().add_files_from_finders()
        self.files.update(collected)

    def immutable_file_test(self, path: str, url: str) -> bool:
        return url.startswith(HASHED) or super().immutable_file_test(path, url)

    def add_cache_headers(self, headers: Headers, path: str, url: str) -> None:
        # The desk's page and its service worker lead to everything else: asked for again each time, they bring updates.
        if url.startswith(DESK) and not url.startswith(HASHED):
            headers["Cache-Control"] = "no-cache"
        else:
            super().add_cache_headers(headers, path, url)
