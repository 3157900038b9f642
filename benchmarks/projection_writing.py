"""The module of learnt parameters that the package ships, written with where they come from."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np

from janadesh.count.projection_margin import Parameters

HEADING = """\
What one day taught of how counts move: the parameters of the projection, and where they come from.

Learnt by `benchmarks/projection.py --learn` from the Lok Sabha count of 4 June 2024, 14:05 to 20:00 Indian time:
leads and votes as the Election Commission of India's result pages showed them (scraped by answerquest,
india-elections2024-results-timewise, MIT), ends from the Commission's official results; the previous result, of 2019,
by seat from the Commission and by segment from TCPD (Lok Dhaba). One day, one kind of election: another year may count
faster, slower or in another order. SHARED is learnt from how the errors of contests in doubt went together that day,
states held out of the fit (`projection_shared`); it was not chosen by how seats were covered.

States held out one at a time, the same day. What is looked at was itself chosen, among some forty forms of the model,
by such scores, so that they flatter it a little. {scores}
"""


def write_learnt(parameters: Parameters, shared: tuple[float, float], figures: str, target: Path) -> None:
    lines = []
    for field in fields(parameters):
        value = getattr(parameters, field.name)
        number = f"({', '.join(f'{v:.4g}' for v in value)})" if isinstance(value, tuple) else f"{value:.4g}"
        lines.append(f"    {field.name}={number},")
    target.write_text(
        '"""\n'
        + HEADING.format(scores=figures)
        + '"""\n\nfrom __future__ import annotations\n\nfrom janadesh.count.projection_margin import Parameters\n\n'
        "LEARNT = Parameters(\n" + "\n".join(lines) + "\n)\n\n"
        f"SHARED = ({shared[0]:g}, {shared[1]:g})\n"
        '"""Part of a lead\'s error that its party shares over the whole count, and within a state."""\n'
    )


def learnt_figures(clocks: tuple[str, ...], values: list[tuple[float, float]], margins: str) -> str:
    """Say in the module what the parameters were worth on states held out."""
    means = np.mean(values, axis=0)
    each = "\n".join(f"    {clock}  {v[0]:.4f}  {v[1]:.4f}" for clock, v in zip(clocks, values, strict=True))
    return (
        f"Log loss {means[0]:.4f} and Brier score {means[1]:.4f} of winners, by moment\n{each}\n"
        f"Intervals of margins, {margins}."
    )
