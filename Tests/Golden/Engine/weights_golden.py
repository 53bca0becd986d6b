"""Files of weights as other libraries write them, for the readers to be held against.

    python weights_golden.py     makes numpy.npz, numpy-compressed.npz and safetensors.safetensors beside this file

Needs numpy and safetensors.
"""

import pathlib

import numpy as np
from safetensors.numpy import save_file

FOLDER = pathlib.Path(__file__).parent
ARRAYS = {
    "dense/kernel": (np.arange(12, dtype=np.float32) / 8 - 1).reshape(4, 3),
    "dense/bias": np.array([0.5, -0.25, 1e-30], np.float32),
    "dense_1/kernel": np.linspace(-2, 2, 6, dtype=np.float32).reshape(3, 2),
    "dense_1/bias": np.zeros(2, np.float32),
}

np.savez(FOLDER / "numpy.npz", **ARRAYS)
np.savez_compressed(FOLDER / "numpy-compressed.npz", **ARRAYS)
save_file(ARRAYS, FOLDER / "safetensors.safetensors", metadata={"format": "np"})
