"""The certificate of the server's own authority, for a tablet to trust."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from ..authority import Files


def authority(request: HttpRequest) -> HttpResponse:
    certificate = Files(settings.VAR / "tls").authority
    if not certificate.exists():
        raise Http404
    response = HttpResponse(certificate.read_bytes(), content_type="application/x-x509-ca-cert")
    response["Content-Disposition"] = 'attachment; filename="akeyi-authority.crt"'
    return response
