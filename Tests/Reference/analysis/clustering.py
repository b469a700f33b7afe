"""Reference answers for the clustering tests, from scikit-learn.

    pip install numpy scikit-learn scipy && python clustering.py

writes clustering-<name>.json beside this file.
"""
import json
import math
import pathlib
import warnings

import numpy as np
from sklearn import datasets
from sklearn.cluster import DBSCAN, KMeans
from sklearn.decomposition import PCA
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import (adjusted_rand_score,
                             normalized_mutual_info_score, silhouette_samples)

warnings.simplefilter("ignore", ConvergenceWarning)
here = pathlib.Path(__file__).parent


def anisotropic():
    x, y = datasets.make_blobs(n_samples=150, centers=3, random_state=170)
    return x @ np.array([[0.6, -0.6], [-0.4, 0.8]]), y


def duplicates():
    x = np.array([[0, 0], [0, 0], [1, 0], [5, 5], [5, 6], [5, 6], [9, 0], [9, 1]] * 8, float)
    return x, np.array([0, 0, 0, 1, 1, 1, 2, 2] * 8)


def constant_column():
    x, y = datasets.make_blobs(90, n_features=2, centers=3, random_state=6)
    return np.column_stack([x[:, 0], np.full(90, 7.5), x[:, 1]]), y


# name: (rows and truth, k, eps, min_samples)
cases = {
    "blobs": (datasets.make_blobs(150, centers=4, random_state=3), 4, 0.9, 4),
    "moons": (datasets.make_moons(150, noise=0.06, random_state=1), 2, 0.2, 5),
    "circles": (datasets.make_circles(150, noise=0.04, factor=0.5, random_state=2), 2, 0.2, 4),
    "anisotropic": (anisotropic(), 3, 0.5, 4),
    "variances": (datasets.make_blobs(150, cluster_std=[1.0, 2.5, 0.5], random_state=170), 3, 0.9, 5),
    "eight": (datasets.make_blobs(120, n_features=8, centers=5, cluster_std=2.5, random_state=5),
              5, 6.5, 5),
    "line": (datasets.make_blobs(80, n_features=1, centers=3, random_state=8), 3, 0.12, 4),
    "space": (datasets.make_blobs(120, n_features=3, centers=4, random_state=11), 4, 1.2, 5),
    "fifty": (datasets.make_blobs(40, n_features=50, centers=3, random_state=4), 3, 11.0, 4),
    "duplicates": (duplicates(), 3, 1.0, 12),
    "constant": (constant_column(), 3, 0.8, 5),
}


def kmeans(x, k):
    start = x[np.random.RandomState(0).choice(len(x), k, replace=False)]
    model = KMeans(k, init=start, n_init=1, algorithm="lloyd").fit(x)
    best = KMeans(k, n_init=50, random_state=0).fit(x)
    return model, {
        "k": k, "start": start.tolist(), "labels": model.labels_.tolist(),
        "centroids": model.cluster_centers_.tolist(), "inertia": model.inertia_,
        "iterations": int(model.n_iter_), "bestInertia": best.inertia_}


def dbscan(x, eps, min_samples):
    model = DBSCAN(eps=eps, min_samples=min_samples).fit(x)
    return {"eps": eps, "minSamples": min_samples,
            "labels": [None if v < 0 else int(v) for v in model.labels_],
            "core": sorted(int(v) for v in model.core_sample_indices_)}


def pca(x):
    model = PCA().fit(x)
    return {"variance": model.explained_variance_.tolist(),
            "ratio": model.explained_variance_ratio_.tolist(),
            "loadings": np.abs(model.components_[:3]).tolist()}


for name, ((rows, truth), k, eps, min_samples) in cases.items():
    rows = np.round(rows, 4)
    model, kmeans_answer = kmeans(rows, k)
    labels = model.labels_
    answer = {
        "rows": rows.tolist(), "truth": truth.tolist(), "kmeans": kmeans_answer,
        "dbscan": dbscan(rows, eps, min_samples), "pca": pca(rows),
        "silhouette": silhouette_samples(rows, labels).tolist(),
        "adjustedRand": adjusted_rand_score(truth, labels),
        "mutualInformation": normalized_mutual_info_score(truth, labels)}
    found = answer["dbscan"]["labels"]
    print(name, "dbscan clusters", len({v for v in found if v is not None}), "noise",
          found.count(None), "iterations", kmeans_answer["iterations"])
    text = json.dumps(answer, allow_nan=False)
    (here / f"clustering-{name}.json").write_text(text + "\n")
