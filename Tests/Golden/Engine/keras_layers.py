"""Three epochs of real Keras with each kind of layer, for the engine to be held against.

    python keras_layers.py write     makes keras_layers.json beside this file anew
    python keras_layers.py check     makes a sample anew and compares it with keras_layers.json

A case names its layers and their options as notebooks do. Weights, data and the order of samples come from the
engine's own random streams; everything after that is Keras's. Needs keras, jax and numpy.
"""

from functools import partial

import keras_golden as golden
import records
import keras
import numpy as np

EPOCHS = 3
KEPT = 12  # numbers kept of each array of weights
CLASSES = {"conv1d": "Conv1D", "conv2d": "Conv2D", "prelu": "PReLU", "zero_padding2d": "ZeroPadding2D"}


def class_named(name):
    """The class of a layer: `max_pooling2d` is `MaxPooling2D`."""
    words = [word.capitalize() for word in name.split("_")]
    return getattr(keras.layers, CLASSES.get(name, "".join(words).replace("2d", "2D").replace("1d", "1D")))


def glorot_uniform(shape, layer):
    positions = int(np.prod(shape[:-2]))
    limit = np.float32(np.sqrt(6 / (positions * (shape[-2] + shape[-1]))))
    numbers = golden.words(int(np.prod(shape)), golden.INITIALIZATION, layer=layer)
    return (-limit + np.float32(2 * limit) * golden.unit(numbers)).reshape(shape)


def network(case):
    model = keras.Sequential([keras.Input(tuple(case["shape"]))])
    for layer in case["layers"]:
        [(name, options)] = layer.items()
        model.add(class_named(name)(**options))
    ordinal = 0
    for layer in model.layers:
        if not layer.weights:
            continue
        # Kernels alone are random; the other arrays are zeros or ones, as Keras makes them.
        layer.set_weights([
            glorot_uniform(variable.shape, ordinal * 16 + index) if variable.name == "kernel" else variable.numpy()
            for index, variable in enumerate(layer.weights)])
        ordinal += 1
    optimizer = keras.optimizers.SGD(learning_rate=case["learning_rate"])
    model.compile(optimizer=optimizer, loss="categorical_crossentropy")
    return model


def trajectory(case):
    """The mean loss of each epoch, some of the weights after the last, and the answers to some samples."""
    width = int(np.prod(case["shape"]))
    inputs, targets = golden.data({
        "count": case["count"], "width": width, "zeros": 0.3, "scale": 1 / 255, "classes": 3,
        "layers": [{"units": 3}]})
    inputs = inputs.reshape([case["count"], *case["shape"]])
    model = network(case)
    losses = []
    for epoch in range(EPOCHS):
        order = golden.permutation(case["count"], epoch=epoch)
        total = 0.0
        for first in range(0, case["count"], case["batch"]):
            batch = order[first : first + case["batch"]]
            total += float(model.train_on_batch(inputs[batch], targets[batch])) * len(batch)
        losses.append(total / case["count"])
    weights = []
    for index, layer in enumerate([layer for layer in model.layers if layer.weights]):
        for variable in layer.weights:
            flat = variable.numpy().reshape(-1)
            places = np.unique(np.linspace(0, len(flat) - 1, min(KEPT, len(flat))).astype(int))
            weights.append({
                "layer": index, "name": variable.name, "norm": float(np.linalg.norm(flat.astype(np.float64))),
                "places": places.tolist(), "values": [float(flat[place]) for place in places]})
    outputs = model.predict(inputs[:4], verbose=0).reshape(-1)
    return {**case, "losses": losses, "weights": weights, "outputs": outputs.astype(float).tolist()}


def case(name, shape, *layers, count=41, batch=16, learning_rate=0.1):
    last = [{"flatten": {}}, {"dense": {"units": 3, "activation": "softmax"}}]
    return {"name": name, "shape": shape, "layers": [*layers, *last], "count": count, "batch": batch,
            "learning_rate": learning_rate}


def cases():
    def conv(**options):
        return {"conv2d": {"filters": 5, "kernel_size": 3, "activation": "tanh", **options}}

    image = (9, 8, 3)
    yield case("conv2d", image, conv())
    yield case("conv2d, as wide as panels", image, conv(filters=32), conv(filters=40))
    yield case("conv2d, same", image, conv(padding="same"))
    yield case("conv2d, strides", image, conv(strides=2))
    yield case("conv2d, same with strides", image, conv(padding="same", strides=[2, 3]), conv(padding="same"))
    yield case("conv2d, dilation", image, conv(dilation_rate=2), conv(kernel_size=[1, 2]))
    yield case("conv2d, same with dilation", image, conv(dilation_rate=[2, 1], padding="same"),
               conv(dilation_rate=2, padding="same"))
    yield case("conv2d without bias", image, conv(use_bias=False), conv(use_bias=False))
    yield case("conv2d, three deep", image, conv(activation="relu"), conv(kernel_size=[2, 3]), conv(strides=[1, 2]))
    line = (11, 4)
    yield case("conv1d", line, {"conv1d": {"filters": 6, "kernel_size": 3, "activation": "tanh"}})
    yield case("conv1d, same, strides, dilation", line,
               {"conv1d": {"filters": 6, "kernel_size": 3, "padding": "same", "strides": 2, "activation": "tanh"}},
               {"conv1d": {"filters": 4, "kernel_size": 2, "dilation_rate": 3}})
    for kind in ["max", "average"]:
        pooling = f"{kind}_pooling"
        yield case(f"{pooling}2d", image, conv(), {f"{pooling}2d": {"pool_size": 2}})
        yield case(f"{pooling}2d, same", image, conv(), {f"{pooling}2d": {"pool_size": 2, "padding": "same"}})
        yield case(f"{pooling}2d, overlapping", image, conv(),
                   {f"{pooling}2d": {"pool_size": [3, 2], "strides": 1, "padding": "same"}}, conv())
        yield case(f"{pooling}1d", line, {"conv1d": {"filters": 6, "kernel_size": 2}},
                   {f"{pooling}1d": {"pool_size": 3, "strides": 2}})
        yield case(f"global_{pooling}2d", image, conv(), {f"global_{pooling}2d": {}})
        yield case(f"global_{pooling}1d", line, {"conv1d": {"filters": 6, "kernel_size": 2}},
                   {f"global_{pooling}1d": {}})
    yield case("zero_padding2d", image, {"zero_padding2d": {"padding": [2, 1]}}, conv(),
               {"zero_padding2d": {"padding": 1}}, conv())
    yield case("reshape", (36,), {"dense": {"units": 24, "activation": "tanh"}},
               {"reshape": {"target_shape": [3, 4, -1]}}, conv(kernel_size=2))
    yield case("batch_normalization", (20,), {"dense": {"units": 9}}, {"batch_normalization": {}},
               {"activation": {"activation": "relu"}})
    yield case("batch_normalization, first", (20,), {"batch_normalization": {"momentum": 0.5}},
               {"dense": {"units": 9, "activation": "tanh"}})
    yield case("batch_normalization of images", image, conv(), {"batch_normalization": {"momentum": 0.8}}, conv())
    yield case("batch_normalization, not scaled", image, conv(),
               {"batch_normalization": {"scale": False, "epsilon": 0.01}})
    yield case("batch_normalization, not centered", (20,), {"dense": {"units": 9}},
               {"batch_normalization": {"center": False}}, {"dense": {"units": 4, "activation": "tanh"}})
    yield case("layer_normalization", (20,), {"dense": {"units": 9}}, {"layer_normalization": {}},
               {"dense": {"units": 4, "activation": "tanh"}})
    yield case("layer_normalization of images", image, conv(), {"layer_normalization": {"epsilon": 0.01}}, conv())
    yield case("prelu", (20,), {"dense": {"units": 9}}, {"prelu": {}}, {"dense": {"units": 5}},
               {"prelu": {"alpha_initializer": "ones", "shared_axes": [1]}})
    yield case("prelu of images", image, {"prelu": {}}, conv(activation="linear"), {"prelu": {"shared_axes": [1, 2]}},
               conv(activation="linear"), {"prelu": {"shared_axes": [2]}})
    yield case("prelu of lines", line, {"conv1d": {"filters": 6, "kernel_size": 3}}, {"prelu": {"shared_axes": [2]}})


def compare(made, kept):
    """Rounding may differ between processors; formulas may not."""
    np.testing.assert_allclose(made["losses"], kept["losses"], rtol=1e-4, err_msg=made["name"])
    for one, other in zip(made["weights"], kept["weights"], strict=True):
        np.testing.assert_allclose(one["norm"], other["norm"], rtol=1e-4, atol=1e-6, err_msg=made["name"])


RECORD = records.Record(
    __file__, "trajectories of layers", {"keras": keras.__version__, "seed": golden.SEED},
    {"cases": lambda: [partial(trajectory, case) for case in cases()]},
    {"cases": slice(None, None, 8)}, compare)


if __name__ == "__main__":
    RECORD.main(__doc__)
