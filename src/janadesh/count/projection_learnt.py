"""
What one day taught of how counts move: the parameters of the projection, and where they come from.

Learnt by `benchmarks/projection.py --learn` from the Lok Sabha count of 4 June 2024, 14:05 to 20:00 Indian time:
leads and votes as the Election Commission of India's result pages showed them (scraped by answerquest,
india-elections2024-results-timewise, MIT), ends from the Commission's official results. One day, one kind of
election: another year may count faster, slower or in another order. SHARED was
picked by hand after seeing how party seats of that same day were covered, so it has no held-out figure.

States held out one at a time, the same day (the form of the model was itself chosen among about a dozen by such scores,
so that they flatter it a little): log loss 0.0590 and Brier score 0.0169 of winners,
by moment
    14:05  0.1329  0.0391
    15:00  0.0827  0.0247
    16:00  0.0630  0.0177
    17:00  0.0283  0.0072
    18:00  0.0323  0.0087
    20:00  0.0150  0.0039
Intervals of margins, all six moments: 70 % holds 0.723, 90 % holds 0.903.
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
    reach_early=(0, 0.4641, 0.7483, 1.186, 1.696, 2.747, 4.099, 8.18),
    reach_late=(0, 0.3284, 0.6233, 1.024, 1.489, 2.691, 3.969, 8.147),
)

SHARED = (0.01, 0.04)
"""Part of a lead's error that its party shares over the whole count, and within a state."""
