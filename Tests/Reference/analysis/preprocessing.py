"""Reference answers for the preprocessing and statistics tests, from NumPy, SciPy and scikit-learn.

    pip install numpy scikit-learn scipy && python preprocessing.py

writes preprocessing.json beside this file; null is a missing value.
"""
import json
import pathlib

import numpy as np
from scipy import stats
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import RobustScaler, StandardScaler

rng = np.random.default_rng(12)
rows = np.column_stack([
    rng.normal(20, 5, 41), rng.lognormal(2, 1, 41), rng.poisson(3, 41), np.full(41, 7.5),
    rng.uniform(-1, 1, 41) * 1e6])
rows = np.round(rows, 3)
rows[rng.random(rows.shape) < 0.12] = np.nan
probabilities = [0, 0.01, 0.1, 0.25, 0.5, 0.77, 0.975, 1]


def plain(values):
    return [None if isinstance(v, float) and np.isnan(v) else v for v in np.ravel(values).tolist()]


columns = []
for column in rows.T:
    present = column[~np.isnan(column)]
    columns.append({
        "mean": np.nanmean(column), "variance": np.nanvar(column, ddof=1),
        "quantiles": np.nanquantile(column, probabilities).tolist(),
        "mad": stats.median_abs_deviation(present, scale="normal"),
        "ranks": plain(stats.rankdata(column, nan_policy="omit"))})

both = ~np.isnan(rows[:, 0]) & ~np.isnan(rows[:, 2])
x, y = rows[both, 0], rows[both, 2]
answer = {
    "rows": [plain(row) for row in rows], "probabilities": probabilities, "columns": columns,
    "pearson": stats.pearsonr(x, y).statistic,
    "imputed": plain(SimpleImputer(strategy="median").fit_transform(rows)),
    "standard": plain(StandardScaler().fit_transform(rows)),
    "robust": plain(RobustScaler().fit_transform(rows))}
folder = pathlib.Path(__file__).parent
(folder / "preprocessing.json").write_text(json.dumps(answer, allow_nan=False) + "\n")
