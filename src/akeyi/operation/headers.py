"""Headers on every answer: what a page of Akeyi may load and do, so that nothing foreign runs beside a record."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

CONTENT = "; ".join(
    [
        "default-src 'self'",
        # WebAssembly reads QR codes and hashes PINs on the tablet.
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self'",
        "worker-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    ]
)
# The camera reads cards. Nothing else of a tablet is asked for, but where MORE says so.
PERMISSIONS = "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=()"
HEADERS = {
    "Content-Security-Policy": CONTENT,
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
# What pages under an address may do beyond that: tablets record what stays sealed, and whoever opens it listens to it.
MORE = {
    "/desk/": {"Permissions-Policy": PERMISSIONS.replace("microphone=()", "microphone=(self)")},
    "/office/sealed/box/": {"Content-Security-Policy": CONTENT.replace("media-src 'self'", "media-src 'self' blob:")},
}


class SecurityHeaders:
    """Stands outside the middleware that serves files, so that those carry the headers too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        more = next((said for start, said in MORE.items() if request.path.startswith(start)), {})
        for name, value in (HEADERS | more).items():
            response.headers[name] = value
        # A page about people stays in no cache of a shared computer; files say for themselves how long they keep.
        response.headers.setdefault("Cache-Control", "no-store")
        return response
