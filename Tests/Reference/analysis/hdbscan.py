"""Reference answers for the tests of HDBSCAN, from scikit-learn.

    pip install numpy scikit-learn && python hdbscan.py

reads the rows of clustering-<name>.json beside this file, so that both tests share them, and
writes hdbscan.json: labels (null for noise) and probabilities for two settings each.
"""
import json
import pathlib

import numpy as np
from sklearn.cluster import HDBSCAN

here = pathlib.Path(__file__).parent
names = ["blobs", "moons", "circles", "anisotropic", "variances", "eight", "line", "space",
         "fifty", "constant"]
answers = {}
for name in names:
    rows = np.array(json.loads((here / f"clustering-{name}.json").read_text())["rows"])
    answers[name] = []
    for size, samples in ((5, 5), (8, 3)):
        model = HDBSCAN(min_cluster_size=size, min_samples=samples, algorithm="brute",
                        copy=True).fit(rows)
        labels = [None if v < 0 else int(v) for v in model.labels_]
        answers[name].append({
            "minClusterSize": size, "minSamples": samples, "labels": labels,
            "probabilities": [round(float(v), 9) for v in model.probabilities_]})
        print(name, size, samples, "clusters", len({v for v in labels if v is not None}),
              "noise", labels.count(None))
(here / "hdbscan.json").write_text(json.dumps(answers, allow_nan=False) + "\n")
