"""How long something takes: a mean, a spread, the shape of a curve; drawn at random, or fitted to what was measured."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean, pvariance
from typing import Literal

Shape = Literal["lognormal", "gamma"]
# Fewer say nothing about a spread.
ENOUGH = 30


@dataclass(frozen=True)
class Time:
    """Seconds that one visit takes. A gamma whose spread is its mean is the exponential of queueing theory."""

    mean_s: float
    spread_s: float
    shape: Shape = "lognormal"
    # On how many visits it rests; 0: on none, it is a default.
    measured_on: int = 0

    def drawn_by(self, chance: Random) -> Callable[[], float]:
        """A function that gives one duration at random each time."""
        mean, ratio = self.mean_s, self.spread_s / self.mean_s
        if not ratio:
            return lambda: mean
        if self.shape == "gamma":
            alpha, beta = 1 / ratio**2, mean * ratio**2
            if abs(alpha - 1) < 1e-9:
                rate, exponential = 1 / mean, chance.expovariate
                return lambda: exponential(rate)
            gamma = chance.gammavariate
            return lambda: gamma(alpha, beta)
        width = math.sqrt(math.log1p(ratio**2))
        middle, lognormal = math.log(mean) - width**2 / 2, chance.lognormvariate
        return lambda: lognormal(middle, width)


def fitted(durations: Sequence[float]) -> Time | None:
    """The curve under which what was measured is likeliest, lognormal or gamma; None where it is too little.

    Both have two parameters, so that the likelier one is chosen without a penalty.
    """
    known = [one for one in durations if one > 0]
    if len(known) < ENOUGH:
        return None
    mean, n = fmean(known), len(known)
    logs = [math.log(one) for one in known]
    middle, width = fmean(logs), pvariance(logs)
    if width < 1e-12:
        return Time(mean, 0, "lognormal", n)
    by_lognormal = -sum(logs) - n / 2 * (math.log(2 * math.pi * width) + 1)
    alpha = _gamma_shape(math.log(mean) - middle)
    beta = mean / alpha
    by_gamma = (alpha - 1) * sum(logs) - n * (mean / beta + alpha * math.log(beta) + math.lgamma(alpha))
    if by_gamma > by_lognormal:
        return Time(mean, mean / math.sqrt(alpha), "gamma", n)
    whole = math.exp(middle + width / 2)
    return Time(whole, whole * math.sqrt(math.expm1(width)), "lognormal", n)


def _gamma_shape(gap: float) -> float:
    """The likeliest shape of a gamma, from ln(mean) - mean(ln); Minka's approximation, within 1.5 %, then Newton."""
    shape = (3 - gap + math.sqrt((gap - 3) ** 2 + 24 * gap)) / (12 * gap)
    for _ in range(3):
        step = 1e-4 * shape
        slope = (_digamma(shape + step) - _digamma(shape - step)) / (2 * step)
        shape = 1 / (1 / shape + (-gap + math.log(shape) - _digamma(shape)) / (shape**2 * (1 / shape - slope)))
    return shape


def _digamma(x: float) -> float:
    moved = 0.0
    while x < 6:
        moved -= 1 / x
        x += 1
    square = 1 / x**2
    return moved + math.log(x) - 0.5 / x - square * (1 / 12 - square * (1 / 120 - square / 252))
