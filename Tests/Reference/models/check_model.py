"""Passes .onnx files through the format's own checker, with shape inference. Needs onnx.

    check_model.py MODEL.onnx [MODEL.onnx ...]
"""

import sys

import onnx


def check(path):
    try:
        onnx.checker.check_model(onnx.load(path), full_check=True)
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError) as error:
        print(f"{path}: {error}")
        return False
    return True


if __name__ == "__main__":
    sys.exit(0 if all([check(path) for path in sys.argv[1:]]) else 1)
