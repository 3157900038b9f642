"""
What one day taught of how counts move: the parameters of the projection, and where they come from.

Learnt by `benchmarks/projection.py --learn` from the Lok Sabha count of 4 June 2024, 14:05 to 20:00 Indian time:
leads and votes as the Election Commission of India's result pages showed them (scraped by answerquest,
india-elections2024-results-timewise, MIT), ends from the Commission's official results; the previous result, of 2019,
by seat from the Commission and by segment from TCPD (Lok Dhaba). One day, one kind of election: another year may count
faster, slower or in another order. SHARED is learnt from how the errors of contests in doubt went together that day,
states held out of the fit (`projection_shared`); it was not chosen by how seats were covered.

States held out one at a time, the same day. What is looked at was itself chosen, among some forty forms of the model,
by such scores, so that they flatter it a little. Log loss 0.0553 and Brier score 0.0164 of winners, by moment
    14:05  0.1236  0.0379
    15:00  0.0814  0.0244
    16:00  0.0587  0.0173
    17:00  0.0258  0.0071
    18:00  0.0271  0.0080
    20:00  0.0152  0.0038
Intervals of margins, all six moments: 70 % holds 0.725, 90 % holds 0.907.
"""

from __future__ import annotations

from janadesh.count.projection_margin import Parameters

LEARNT = Parameters(
    early=(-0.3119, -0.5946, 0.4195, -1.698, 0.8527, 0.2745, 1.314, 0.1145, -2.481),
    late=(-0.8013, 1.077, 0.9051, 0.33, 0.185, 0.4273, 0.1301, -0.196),
    lean=0.2923,
    trend=1.578,
    party_trend=1.635,
    long_trend=0.9968,
    by_swing=0.07152,
    unrest=(0.5174, 0.3581),
    sigma=0.02915,
    alpha=0.7787,
    floor=0.0007666,
    unsure_early=0.3955,
    unsure_late=0.3043,
    reach_early=(0, 0.4675, 0.774, 1.187, 1.67, 2.859, 4.283, 8.874),
    reach_late=(0, 0.3394, 0.6157, 1.037, 1.512, 2.622, 3.89, 7.469),
)

SHARED = (0, 0.112)
"""Part of a lead's error that its party shares over the whole count, and within a state."""
