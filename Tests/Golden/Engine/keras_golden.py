"""Golden trajectories from real Keras, for the engine to be held against.

    python keras_golden.py write     makes keras.json beside this file anew
    python keras_golden.py check     makes a sample anew and compares it with keras.json

Weights, data and the order of samples come from the engine's own random streams (Philox4x32-10), written here a
second time from their published definitions; everything after that is Keras's. Needs keras, jax and numpy.
"""

import os
from functools import partial

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import jax
import keras
import numpy as np
import records

INITIALIZATION, SHUFFLE, DATASET = 1, 2, 4
SEED = 3
KEPT = 24  # numbers kept of each array of weights


def words(count, purpose, layer=0, epoch=0, seed=SEED):
    """Philox4x32-10 (Salmon et al., SC 2011) at the counters (block, block, epoch, purpose and layer)."""
    blocks = (count + 3) // 4
    index = np.arange(blocks, dtype=np.uint64)
    low = np.uint64(0xFFFFFFFF)
    x = [index & low, index >> np.uint64(32), np.full(blocks, epoch, np.uint64),
         np.full(blocks, purpose << 24 | layer, np.uint64)]
    key = [seed & 0xFFFFFFFF, seed >> 32]
    for _ in range(10):
        p = np.uint64(0xD2511F53) * x[0]
        q = np.uint64(0xCD9E8D57) * x[2]
        x = [(q >> np.uint64(32)) ^ x[1] ^ np.uint64(key[0]), q & low,
             (p >> np.uint64(32)) ^ x[3] ^ np.uint64(key[1]), p & low]
        key = [(key[0] + 0x9E3779B9) & 0xFFFFFFFF, (key[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return np.stack(x, 1).reshape(-1)[:count].astype(np.uint32)


def unit(numbers):
    """[0, 1) from the upper 24 bits."""
    return (numbers >> 8).astype(np.float32) * np.float32(2.0**-24)


def permutation(count, epoch):
    """Fisher and Yates from the end, each place from 64 bits by Lemire's multiplication."""
    random = words(2 * count, SHUFFLE, epoch=epoch)
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        bits = int(random[2 * last]) << 32 | int(random[2 * last + 1])
        chosen = bits * (last + 1) >> 64
        order[last], order[chosen] = order[chosen], order[last]
    return np.array(order)


def data(case):
    """Bytes of which a share is zero, times a scale; classes or numbers as targets."""
    count, width = case["count"], case["width"]
    numbers = words(count * width, DATASET)
    inputs = np.where(unit(numbers).astype(np.float64) < case["zeros"], 0, numbers & 0xFF)
    inputs = (inputs.astype(np.float32) * np.float32(case["scale"])).reshape(count, width)
    if "classes" in case:
        labels = (words(count, DATASET, layer=1) % np.uint32(case["classes"])).astype(int)
        outputs = case["layers"][-1]["units"]
        targets = labels[:, None] if outputs == 1 else np.eye(outputs)[labels]
    else:
        targets = unit(words(count * case["targets"], DATASET, layer=2)).reshape(count, -1)
    return inputs, targets.astype(np.float32)


def glorot_uniform(shape, ordinal):
    limit = np.float32(np.sqrt(6 / (shape[0] + shape[1])))
    numbers = words(shape[0] * shape[1], INITIALIZATION, layer=ordinal * 16)
    return (-limit + np.float32(2 * limit) * unit(numbers)).reshape(shape)


def network(case):
    model = keras.Sequential([keras.Input((case["width"],))])
    for ordinal, layer in enumerate(case["layers"]):
        dense = keras.layers.Dense(layer["units"], activation=layer["activation"], use_bias=layer["use_bias"])
        model.add(dense)
        kernel = glorot_uniform(dense.kernel.shape, ordinal)
        dense.set_weights([kernel] + ([np.zeros(layer["units"])] if layer["use_bias"] else []))
    optimizer = keras.optimizers.get({"class_name": case["optimizer"], "config": dict(case["optimizer_options"])})
    model.compile(optimizer=optimizer, loss=case["loss"])
    return model


def trajectory(case):
    """The loss of each step, and some of the weights after the last."""
    inputs, targets = data(case)
    model = network(case)
    order = permutation(case["count"], epoch=0)
    losses = []
    for first in range(0, case["count"], case["batch"]):
        batch = order[first : first + case["batch"]]
        losses.append(float(model.train_on_batch(inputs[batch], targets[batch])))
    weights = []
    for index, layer in enumerate(model.layers):
        for name, values in zip(["kernel", "bias"], layer.get_weights()):
            flat = values.reshape(-1)
            places = np.unique(np.linspace(0, len(flat) - 1, min(KEPT, len(flat))).astype(int))
            weights.append({
                "layer": index, "name": name, "norm": float(np.linalg.norm(flat.astype(np.float64))),
                "places": places.tolist(), "values": [float(flat[place]) for place in places]})
    return {**case, "losses": losses, "weights": weights}


def layers(*units_and_activations, use_bias=True):
    return [{"units": units, "activation": name, "use_bias": use_bias} for units, name in units_and_activations]


def case(name, layers, loss="categorical_crossentropy", optimizer="sgd", **options):
    options = {"count": 75, "batch": 8, "width": 12, "zeros": 0.5, "scale": 1 / 255, **options}
    settings = options.pop("optimizer_options", {"learning_rate": 0.1})
    if "targets" not in options:
        options["classes"] = options.get("classes", layers[-1]["units"])
    return {"name": name, "layers": layers, "loss": loss, "optimizer": optimizer, "optimizer_options": settings,
            **options}


def cases():
    rung = {"count": 1000, "batch": 50, "width": 784, "zeros": 0.81, "scale": 1.0}
    sigmoids, relus = [(30, "sigmoid")], [(30, "relu")]
    last = [(10, "softmax")]
    slow = {"learning_rate": 0.01}
    yield case("ladder: measured", layers(*sigmoids * 3, *last), **rung)
    yield case("ladder: slow and longer", layers(*sigmoids * 3, *last), optimizer_options=slow, **rung)
    yield case("ladder: deep", layers(*sigmoids * 10, *last), optimizer_options=slow, **rung)
    yield case("ladder: relu", layers(*relus * 10, *last), optimizer_options=slow, **rung)
    for activation in ["linear", "sigmoid", "tanh", "relu", "gelu", "softmax"]:
        yield case(f"activation: {activation}", layers((9, activation), (5, activation), (3, "softmax")))
    yield case("dense without bias", layers((9, "tanh"), (3, "softmax"), use_bias=False))
    hidden = (9, "tanh")
    yield case("loss: binary_crossentropy, one output", layers(hidden, (1, "sigmoid")), "binary_crossentropy",
               classes=2)
    yield case("loss: binary_crossentropy, many", layers(hidden, (3, "sigmoid")), "binary_crossentropy")
    yield case("loss: categorical_crossentropy of sigmoids", layers(hidden, (3, "sigmoid")))
    yield case("loss: mean_squared_error of classes", layers(hidden, (3, "softmax")), "mean_squared_error")
    yield case("loss: mean_squared_error of numbers", layers(hidden, (2, "linear")), "mean_squared_error", targets=2)
    for name, options in [("plain", {}), ("momentum", {"momentum": 0.9}),
                          ("nesterov", {"momentum": 0.9, "nesterov": True})]:
        yield case(f"optimizer: sgd, {name}", layers(hidden, (3, "softmax")),
                   optimizer_options={"learning_rate": 0.1, **options})
    yield case("optimizer: adam", layers(hidden, (3, "softmax")), optimizer="adam",
               optimizer_options={"learning_rate": 0.01})
    yield case("optimizer: adam, other decays", layers(hidden, (3, "softmax")), optimizer="adam",
               optimizer_options={"learning_rate": 0.01, "beta_1": 0.5, "beta_2": 0.9, "epsilon": 0.001})


def initializers():
    """Spread and bounds of Keras's own numbers, for a kernel of shape (500, 300)."""
    names = ["glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform", "lecun_normal",
             "random_uniform", "random_normal", "zeros", "ones"]
    for name in names:
        initializer = keras.initializers.get(name)
        values = np.asarray(initializer((500, 300)), np.float64)
        yield {"name": name, "mean": values.mean(), "deviation": values.std(), "largest": np.abs(values).max()}


def compare(made, kept):
    """Rounding may differ between processors; formulas may not."""
    np.testing.assert_allclose(made["losses"], kept["losses"], rtol=1e-4, err_msg=made["name"])
    for one, other in zip(made["weights"], kept["weights"], strict=True):
        np.testing.assert_allclose(one["norm"], other["norm"], rtol=1e-4, err_msg=made["name"])


RECORD = records.Record(
    __file__, "trajectories", {"keras": keras.__version__, "jax": jax.__version__, "seed": SEED},
    {"cases": lambda: [partial(trajectory, case) for case in cases()],
     "initializers": initializers},
    {"cases": slice(1, None, 3)}, compare, file="keras.json")


if __name__ == "__main__":
    RECORD.main(__doc__)
