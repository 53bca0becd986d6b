"""Weights that Tunebook trained and saved, loaded into real Keras: the same answers.

    python keras_loads.py TUNEBOOK      runs that command in a folder of its own

Needs keras, jax, numpy and safetensors.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import keras
import numpy as np
from safetensors.numpy import load_file

NOTEBOOK = """
```{{load}} points
dataset: {{csv: {{path: points.csv, label: kind}}}}
test_split: 0.3
```

```{{model}} net
layers:
  - dense: {{units: 16, activation: tanh}}
  - dense: {{units: 9, activation: gelu}}
  - dense: {{units: 3, activation: softmax}}
```

```{{fit}} trained
model: net
data: points
optimizer: {{sgd: {{learning_rate: 0.1, momentum: 0.9}}}}
epochs: 20
save: {file}
```

```{{evaluate}} report
fit: trained
split: train
```

```{{evaluate}} test_report
fit: trained
```
"""


def write_points(path):
    """Three clouds that overlap, in the order of chance."""
    random = np.random.default_rng(1)
    kinds = random.integers(0, 3, 300)
    points = np.round(random.normal(kinds[:, None] * [1.5, -1.0], 0.8, (300, 2)), 4)
    lines = [f"{x},{y},{'abc'[kind]}" for (x, y), kind in zip(points, kinds)]
    path.write_text("x,y,kind\n" + "\n".join(lines) + "\n")
    return points.astype(np.float32), kinds


def main(tunebook):
    for name in ["weights.safetensors", "weights.npz"]:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            points, kinds = write_points(folder / "points.csv")
            (folder / "notebook.md").write_text(NOTEBOOK.format(file=name))
            subprocess.run([tunebook, "run", "notebook.md", "--quiet", "--results", "results.json"], cwd=folder, check=True)
            results = {cell["name"]: cell["result"] for cell in json.loads((folder / "results.json").read_text())["cells"]}
            path = folder / name
            arrays = load_file(path) if name.endswith("safetensors") else dict(np.load(path))
        model = keras.Sequential([
            keras.Input((2,)), keras.layers.Dense(16, "tanh", name="dense"),
            keras.layers.Dense(9, "gelu", name="dense_1"), keras.layers.Dense(3, "softmax", name="dense_2")])
        for layer in model.layers:
            layer.set_weights([arrays.pop(f"{layer.name}/kernel"), arrays.pop(f"{layer.name}/bias")])
        assert not arrays, f"left over: {list(arrays)}"
        answers = np.asarray(model(points)).argmax(1)
        confusion = np.zeros((3, 3), int)
        np.add.at(confusion, (kinds, answers), 1)
        # Which samples are test samples does not matter: both parts together are all of them.
        ours = sum(np.array(results[part]["confusion_matrix"]) for part in ["report", "test_report"])
        assert (confusion == ours).all(), f"{name}: Keras answers {confusion.tolist()}, Tunebook {ours.tolist()}"
        losses = -np.log(np.asarray(model(points))[np.arange(300), kinds])
        counts = [results[part]["count"] for part in ["report", "test_report"]]
        loss = sum(results[part]["loss"] * results[part]["count"] for part in ["report", "test_report"]) / sum(counts)
        np.testing.assert_allclose(losses.mean(), loss, rtol=1e-5, err_msg=name)
    print(f"Keras {keras.__version__} answers 300 samples as Tunebook does, from both kinds of file")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(str(pathlib.Path(sys.argv[1]).resolve()))
