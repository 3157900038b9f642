"""What may be missing or wrong in a pack that would load all the same: advice, rule by rule."""
