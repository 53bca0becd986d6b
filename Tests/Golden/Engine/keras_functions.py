"""Golden trajectories of activations, losses and initializers from real Keras.

    python keras_functions.py write     makes keras_functions.json beside this file anew
    python keras_functions.py check     makes a sample anew and compares it with keras_functions.json

Weights, data and the order of samples come from the engine's own random streams: see keras_golden.py. Needs keras,
jax and numpy.
"""

from functools import partial

from keras_golden import SEED, compare, data, glorot_uniform, permutation
import records

import jax
import keras
import numpy as np

EPOCHS = 3
KEPT = 12  # numbers kept of each array of weights


def function(layer):
    """A Keras activation with its options."""
    made = getattr(keras.activations, layer["activation"])
    options = {option["name"]: option["value"] for option in layer["options"]}
    return lambda x: made(x, **options)


def network(case):
    model = keras.Sequential([keras.Input((case["width"],))])
    for ordinal, layer in enumerate(case["layers"]):
        dense = keras.layers.Dense(layer["units"], activation=function(layer))
        model.add(dense)
        dense.set_weights([glorot_uniform(dense.kernel.shape, ordinal), np.zeros(layer["units"])])
    config = {option["name"]: option["value"] for option in case["loss_options"]}
    loss = keras.losses.get({"class_name": case["loss_class"], "config": config})
    model.compile(optimizer=keras.optimizers.SGD(case["rate"]), loss=loss)
    return model


def trajectory(case):
    """The mean loss of each epoch, and some of the weights after the last."""
    inputs, targets = data(case)
    if case["loss"] == "sparse_categorical_crossentropy":
        targets = targets.argmax(1)
    model = network(case)
    losses = []
    for epoch in range(EPOCHS):
        order = permutation(case["count"], epoch)
        total = 0.0
        for first in range(0, case["count"], case["batch"]):
            batch = order[first : first + case["batch"]]
            total += len(batch) * float(model.train_on_batch(inputs[batch], targets[batch]))
            model.reset_metrics()
        losses.append(total / case["count"])
    weights = []
    for index, layer in enumerate(model.layers):
        for name, values in zip(["kernel", "bias"], layer.get_weights()):
            flat = values.reshape(-1)
            places = np.unique(np.linspace(0, len(flat) - 1, min(KEPT, len(flat))).astype(int))
            weights.append({
                "layer": index, "name": name, "norm": float(np.linalg.norm(flat.astype(np.float64))),
                "places": places.tolist(), "values": [float(flat[place]) for place in places]})
    return {**case, "losses": losses, "weights": weights}


def named(options):
    return [{"name": name, "value": value} for name, value in options.items()]


def layer(units, activation, **options):
    return {"units": units, "activation": activation, "options": named(options)}


def case(name, layers, loss="categorical_crossentropy", loss_class=None, rate=0.1, targets=None, classes=None,
         **options):
    loss_class = loss_class or "".join(part.capitalize() for part in loss.split("_"))
    made = {"name": name, "layers": layers, "loss": loss, "loss_class": loss_class, "loss_options": named(options),
            "rate": rate, "count": 75, "batch": 8, "width": 12, "zeros": 0.5, "scale": 1 / 255}
    if targets:
        return {**made, "targets": targets}
    return {**made, "classes": classes or layers[-1]["units"]}


def cases():
    for activation, options in [
            ("elu", {}), ("elu", {"alpha": 0.4}), ("selu", {}), ("silu", {}), ("leaky_relu", {}),
            ("leaky_relu", {"negative_slope": 0.05}), ("relu6", {}), ("mish", {}), ("softplus", {}), ("softsign", {}),
            ("hard_sigmoid", {}), ("hard_silu", {}), ("exponential", {}), ("log_softmax", {}),
            ("gelu", {"approximate": True})]:
        title = ", ".join([activation, *(f"{name} {value}" for name, value in options.items())])
        hidden = [layer(9, activation, **options), layer(5, activation, **options)]
        yield case(f"activation: {title}", hidden + [layer(3, "softmax")])
    hidden = [layer(9, "tanh")]
    softmax, sigmoid, sigmoids = hidden + [layer(3, "softmax")], hidden + [layer(1, "sigmoid")], hidden + [
        layer(3, "sigmoid")]
    linear, positive = hidden + [layer(2, "linear")], hidden + [layer(2, "softplus")]
    yield case("loss: sparse", softmax, "sparse_categorical_crossentropy")
    yield case("loss: smoothed classes", softmax, label_smoothing=0.1)
    yield case("loss: smoothed classes of sigmoids", sigmoids, label_smoothing=0.2)
    yield case("loss: smoothed yes and no", sigmoid, "binary_crossentropy", classes=2, label_smoothing=0.1)
    yield case("loss: focal", softmax, "categorical_focal_crossentropy")
    yield case("loss: focal, with options", softmax, "categorical_focal_crossentropy", alpha=0.6, gamma=1.5,
               label_smoothing=0.1)
    yield case("loss: focal of sigmoids", sigmoids, "categorical_focal_crossentropy", alpha=1.0, gamma=0.5)
    yield case("loss: binary focal", sigmoid, "binary_focal_crossentropy", classes=2)
    yield case("loss: binary focal, with options", sigmoids, "binary_focal_crossentropy", apply_class_balancing=True,
               alpha=0.4, gamma=1.5, label_smoothing=0.1)
    yield case("loss: binary focal without focus", sigmoid, "binary_focal_crossentropy", classes=2, gamma=0.0)
    yield case("loss: kl of classes", softmax, "kl_divergence", "KLDivergence")
    yield case("loss: kl of shares", softmax, "kl_divergence", "KLDivergence", targets=3)
    yield case("loss: absolute", linear, "mean_absolute_error", targets=2)
    yield case("loss: percentage", linear, "mean_absolute_percentage_error", targets=2, rate=1e-4)
    yield case("loss: logarithmic", linear, "mean_squared_logarithmic_error", targets=2)
    yield case("loss: huber", linear, "huber", targets=2)
    yield case("loss: huber, narrow", linear, "huber", targets=2, delta=0.2)
    yield case("loss: log_cosh", linear, "log_cosh", targets=2)
    yield case("loss: hinge of classes", hidden + [layer(3, "tanh")], "hinge")
    yield case("loss: hinge, one output", hidden + [layer(1, "linear")], "hinge", classes=2)
    yield case("loss: squared_hinge", hidden + [layer(3, "linear")], "squared_hinge")
    yield case("loss: poisson", positive, "poisson", targets=2)


def initializers():
    """Spread and bounds of Keras's own numbers, for a kernel of shape (500, 300)."""
    for name, options in [
            ("truncated_normal", {}), ("truncated_normal", {"mean": 1.0, "stddev": 0.5}), ("variance_scaling", {}),
            ("variance_scaling", {"scale": 3.0, "mode": "fan_out", "distribution": "uniform"}),
            ("variance_scaling", {"scale": 0.5, "mode": "fan_avg", "distribution": "untruncated_normal"}),
            ("orthogonal", {}), ("orthogonal", {"gain": 2.0}), ("identity", {}), ("identity", {"gain": -0.5}),
            ("constant", {"value": 0.25})]:
        kind = "".join(part.capitalize() for part in name.split("_"))
        initializer = getattr(keras.initializers, kind)(**options)
        values = np.asarray(initializer((500, 300)), np.float64)
        yield {"name": name, "options": named(options), "mean": values.mean(), "deviation": values.std(),
               "largest": np.abs(values).max()}


RECORD = records.Record(
    __file__, "trajectories of functions", {"keras": keras.__version__, "jax": jax.__version__, "seed": SEED},
    {"cases": lambda: [partial(trajectory, case) for case in cases()],
     "initializers": initializers},
    {"cases": slice(1, None, 4)}, compare)


if __name__ == "__main__":
    RECORD.main(__doc__)
