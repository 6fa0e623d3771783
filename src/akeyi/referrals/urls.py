"""Addresses of the pages about services and referrals, and of the one that receivers open."""

from django.urls import path

from akeyi.access import addresses

from .pages import received, refer, referrals, services

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/services/", services.services, name="services"),
    path("office/services/new/", services.add, name="service-new"),
    path("office/services/<id:id>/", services.service, name="service"),
    path("office/services/<id:id>/switch", services.switch, name="service-switch"),
    path("office/referrals/", referrals.referrals, name="referrals"),
    path("office/referrals/<id:id>/", referrals.referral, name="referral"),
    path("office/referrals/<id:id>/link", referrals.link, name="referral-link"),
    path("office/referrals/<id:id>/paper", referrals.paper, name="referral-paper"),
    path("office/referrals/<id:id>/step", referrals.step, name="referral-step"),
    path("office/referrals/<id:id>/take-back", referrals.take_back, name="referral-take-back"),
    path("office/people/<id:id>/refer", refer.refer, name="refer"),
    path("office/people/<id:id>/wish", refer.wish, name="refer-wish"),
    path("referral/<slug:token>/", received.received, name="received"),
]
