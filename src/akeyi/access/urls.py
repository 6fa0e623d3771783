"""Addresses of the office pages about workers, tablets and sites; those that tablets ask stand in device_api.py."""

from django.urls import path

from . import addresses
from .entrance import urls as entrance
from .pages import going_out, granting, organisations, sites, tablets, workers

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    *entrance.urlpatterns,
    path("office/workers/", workers.workers, name="workers"),
    path("office/workers/organisations/", organisations.organisations, name="organisations"),
    path("office/workers/organisations/new/", organisations.add, name="organisation-new"),
    path("office/workers/organisations/<id:id>/", organisations.organisation, name="organisation"),
    path("office/workers/new/", workers.add, name="worker-new"),
    path("office/workers/<id:id>/", workers.worker, name="worker"),
    path("office/workers/<id:id>/pin", workers.pin, name="worker-pin"),
    path("office/workers/<id:id>/account", workers.account, name="worker-account"),
    path("office/workers/<id:id>/anew", workers.anew, name="worker-anew"),
    path("office/workers/<id:id>/switch", workers.switch, name="worker-switch"),
    path("office/going-out/", going_out.going_out, name="going-out"),
    path("office/granting/", granting.grants, name="granting"),
    path("office/granting/<id:id>/end", granting.end, name="grant-end"),
    path("office/granting/<id:id>/open", granting.open_pin, name="pin-open"),
    path("office/granting/<id:id>/open-account", granting.open_account, name="account-open"),
    path("office/tablets/", tablets.tablets, name="tablets"),
    path("office/tablets/<id:id>/withdraw", tablets.withdraw, name="tablet-withdraw"),
    path("office/tablets/<id:id>/settle", tablets.settle, name="tablet-settle"),
    path("office/sites/", sites.sites, name="sites"),
    path("office/sites/new/", sites.add, name="site-new"),
    path("office/sites/<id:id>/", sites.site, name="site"),
]
