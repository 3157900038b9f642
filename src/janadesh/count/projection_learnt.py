"""
What one day taught of how counts move: the parameters of the projection, and where they come from.

Learnt by `benchmarks/projection.py --learn` from the Lok Sabha count of 4 June 2024, 14:05 to 20:00 Indian time:
leads and votes as the Election Commission of India's result pages showed them (scraped by answerquest,
india-elections2024-results-timewise, MIT), ends from the Commission's official results. One day, one kind of
election: another year may count faster, slower or in another order. SHARED is chosen, not fitted.

Held out by state, the same day:
log loss 0.0590 and Brier score 0.0169 of winners, mean of six moments.
all six moments: 70 % holds 0.727, 90 % holds 0.904
"""

from __future__ import annotations

from janadesh.count.projection_margin import Parameters

LEARNT = Parameters(
    early=(-0.174, -0.5784, 0.3459, -1.543, 0.8713, 0.4616, 1.267, 0.08291, -2.547),
    late=(-0.5695, 1.048, 0.9014, 0.3932, 0.1287, 0.502, 0.135, -0.168),
    lean=0.2495,
    trend=1.839,
    party_trend=1.51,
    sigma=0.02275,
    alpha=0.8135,
    floor=0.0007816,
    unsure_early=0.355,
    unsure_late=0.295,
    reach_early=(0, 0.4668, 0.7573, 1.202, 1.7, 2.717, 4.131, 7.752),
    reach_late=(0, 0.3315, 0.6267, 1.056, 1.51, 2.751, 4.166, 8.604),
)

SHARED = (0.01, 0.04)
"""Part of a lead's error that its party shares over the whole count, and within a state."""
