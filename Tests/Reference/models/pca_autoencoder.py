"""Scores of a linear autoencoder by scikit-learn, for PCAAutoencoderTests.

Run with numpy 2 and scikit-learn 1: writes pca_autoencoder.json beside this file.
"""

import json
import pathlib

import numpy as np
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(7)
rows, hidden = 60, 2
mix = rng.normal(size=(hidden, 5))
x = rng.normal(size=(rows, hidden)) @ mix + 0.1 * rng.normal(size=(rows, 5))
x = x * np.array([1, 10, 0.01, 3, 1]) + np.array([0, 250, 1, -40, 5])
x = np.round(x, 6)

scaler = StandardScaler().fit(x)
std = np.std(x, axis=0, ddof=1)
z = (x - scaler.mean_) / std
ratios = PCA().fit(z).explained_variance_ratio_
components = int(np.searchsorted(np.cumsum(ratios), 0.9) + 1)
pca = PCA(components).fit(z)
reconstruction = pca.inverse_transform(pca.transform(z)) * std + scaler.mean_
scores = np.mean(((x - reconstruction) / std) ** 2, axis=1)
assert components == hidden

path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(
    json.dumps(
        {
            "rows": x.tolist(),
            "components": components,
            "explained_share": float(np.sum(ratios[:components])),
            "scores": scores.tolist(),
            "threshold": float(np.quantile(scores, 0.99)),
            "reconstruction_of_first": reconstruction[0].tolist(),
        }
    )
    + "\n"
)
