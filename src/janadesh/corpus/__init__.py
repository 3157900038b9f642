"""Archives of articles, checked piece by piece on one machine or a cluster, and written as Parquet."""
