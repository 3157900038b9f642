"""
Run the Washington Post's elex-live-model, unchanged, on one moment of the count. Its own environment runs this file:

    ELEX_PYTHON benchmarks/projection_elex.py units.csv estimates.csv

units.csv: `unit`, `state`, `lead_before`, `rival_before`, `lead_now`, `rival_now`, `reported` (100 or 0). A seat is a
unit, the then leader stands as "dem" and the runner-up as "gop"; the method is the published nonparametric one.
"""

from __future__ import annotations

import logging
import os
import sys

os.environ.setdefault("APP_ENV", "local")
os.environ.setdefault("MODEL_S3_BUCKET", "")
os.environ.setdefault("MODEL_S3_PATH_ROOT", "")

import pandas as pd
from elexmodel.client import ModelClient

CONFIG = {
    "2024-06-04_IN_G": [
        {
            "office": "G",
            "states": ["IN"],
            "geographic_unit_types": ["county"],
            "baseline_results_year": 2019,
            "historical_election": [],
            "features": [],
            "aggregates": ["postal_code", "unit"],
            "fixed_effect": ["postal_code"],
            "baseline_pointer": {"dem": "dem", "gop": "gop", "turnout": "turnout"},
        }
    ]
}


def main() -> None:
    logging.disable(logging.CRITICAL)
    units = pd.read_csv(sys.argv[1])
    CONFIG["2024-06-04_IN_G"][0]["states"] = sorted(units["state"].unique().tolist())
    same = {
        "postal_code": units["state"],
        "geographic_unit_fips": units["unit"],
        "county_fips": units["unit"],
        "geographic_unit_type": "county",
    }
    before = pd.DataFrame(
        same
        | {
            "baseline_dem": units["lead_before"],
            "baseline_gop": units["rival_before"],
            "baseline_turnout": units["lead_before"] + units["rival_before"],
            "last_election_results_dem": units["lead_before"] + 1,
            "last_election_results_gop": units["rival_before"] + 1,
            "last_election_results_turnout": units["lead_before"] + units["rival_before"] + 1,
        }
    )
    now = pd.DataFrame(
        {k: same[k] for k in ("postal_code", "geographic_unit_fips")}
        | {
            "results_dem": units["lead_now"],
            "results_gop": units["rival_now"],
            "results_turnout": units["lead_now"] + units["rival_now"],
            "percent_expected_vote": units["reported"],
        }
    )
    found = ModelClient().get_estimates(
        now,
        "2024-06-04_IN_G",
        "G",
        ["dem", "gop", "turnout"],
        [0.7, 0.9],
        100,
        "county",
        raw_config=CONFIG,
        preprocessed_data=before,
        aggregates=["unit"],
        pi_method="nonparametric",
        save_output=[],
        handle_unreporting="drop",
        model_parameters={"fit_margin_outlier_model": False, "fit_turnout_outlier_model": False},
    )
    found["unit_data"].to_csv(sys.argv[2], index=False)


if __name__ == "__main__":
    main()
