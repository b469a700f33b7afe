"""Checks the files that `perfmon train` writes, and what they say, without this program.

    check_prediction.py MODEL.onnx [MODEL.onnx ...]

Needs onnx, onnxruntime and numpy. Each model must pass the reference checker with shape inference,
and its trees, walked here one by one in Python, must give what the runtime gives to 1e-5, also for
rows with missing values.
"""

import sys

import numpy as np
import onnx
import onnxruntime
from onnx import numpy_helper


def walk(node, rows):
    """The sum of all trees for each row."""
    a = {x.name: onnx.helper.get_attribute_value(x) for x in node.attribute}
    nodes, weights = {}, {}
    for i, (tree, place) in enumerate(zip(a["nodes_treeids"], a["nodes_nodeids"])):
        nodes[tree, place] = i
    for tree, place, weight in zip(a["target_treeids"], a["target_nodeids"], a["target_weights"]):
        weights[tree, place] = weight
    sums = np.zeros(len(rows))
    for tree in sorted(set(a["nodes_treeids"])):
        for r, row in enumerate(rows):
            place = 0
            while a["nodes_modes"][nodes[tree, place]] != b"LEAF":
                i = nodes[tree, place]
                value = row[a["nodes_featureids"][i]]
                limit = np.float32(a["nodes_values"][i])
                missing = a["nodes_missing_value_tracks_true"][i] == 1
                left = missing if np.isnan(value) else value <= limit
                place = a["nodes_truenodeids" if left else "nodes_falsenodeids"][i]
            sums[r] += weights[tree, place]
    return sums


def check(path):
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    constants = {x.name: numpy_helper.to_array(x) for x in model.graph.initializer}
    width = model.graph.input[0].type.tensor_type.shape.dim[1].dim_value
    trees = next(n for n in model.graph.node if n.op_type == "TreeEnsembleRegressor")
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    rng = np.random.default_rng(1)
    thresholds = onnx.helper.get_attribute_value(
        next(a for a in trees.attribute if a.name == "nodes_values"))
    rows = rng.choice(np.array(thresholds, dtype=np.float32), (200, width))
    rows[rng.random(rows.shape) < 0.1] = np.nan
    wide = rows
    if "index_weights" in constants:
        mean, std = constants["index_mean"], constants["index_std"]
        whole = np.where(np.isnan(rows), mean, rows.astype(np.float64))
        index = ((whole - mean) / std) @ constants["index_weights"] + constants["index_offset"]
        wide = np.hstack([rows, index.astype(np.float32)])
    name = model.graph.output[0].name
    part = "odds" if name == "probability" else "signed"
    score = walk(trees, wide) * constants[part + "_slope"] + constants[part + "_offset"]
    wanted = 1 / (1 + np.exp(-score)) if name == "probability" else np.maximum(score, 0)
    found = session.run(None, {"x": rows})[0][:, 0]
    worst = np.max(np.abs(found - wanted) / np.maximum(1, np.abs(wanted)))
    print(f"{path}: checker passed, {name}, worst difference {worst:.1e}")
    return worst <= 1e-5


if __name__ == "__main__":
    sys.exit(0 if all([check(path) for path in sys.argv[1:]]) else 1)
