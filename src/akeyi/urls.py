"""Which address leads to which room."""

from importlib import import_module

from django.conf import settings
from django.urls import include, path
from django.utils.module_loading import module_has_submodule

# A room with pages or an API has urls.py; its own file says where it hangs.
urlpatterns = [
    path("", include(f"{room}.urls")) for room in settings.ROOMS if module_has_submodule(import_module(room), "urls")
]
