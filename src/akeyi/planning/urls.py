"""Addresses of the office pages about the days to come."""

from django.urls import path

from akeyi.access import addresses

from .pages import crossing, plan, shifts, simulation

__all__ = ["addresses", "urlpatterns"]

urlpatterns = [
    path("office/crossing/", crossing.crossing, name="crossing"),
    path("office/plan/", plan.plan, name="plan"),
    path("office/plan/plan.pdf", plan.paper, name="plan-paper"),
    path("office/plan/simulate", simulation.simulate, name="plan-simulate"),
    path("office/plan/simulated", simulation.simulated, name="plan-simulated"),
    path("office/plan/shifts/new/", shifts.add, name="shift-new"),
    path("office/plan/shifts/<id:id>/take-back", shifts.take_back, name="shift-take-back"),
]
