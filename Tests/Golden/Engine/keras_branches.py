"""Three epochs of real Keras with branches, for the engine to be held against.

    python keras_branches.py write     makes keras_branches.json beside this file anew
    python keras_branches.py check     makes a sample anew and compares it with keras_branches.json

A case names its layers as notebooks do. Keras has no layers that hold branches; its functional interface makes them,
with Add, Concatenate and Average.
"""

from functools import partial

import keras_golden as golden
import records
import keras
import keras_layers
import numpy as np

MERGES = {"add": "Add", "concatenate": "Concatenate", "average": "Average"}


def apply_all(layers, inputs, prefix=""):
    """The output of layers one after another, and their arrays by name, as in `dense_1/kernel`."""
    arrays, counts = [], {}
    for layer in layers:
        [(name, options)] = layer.items()
        count = counts.get(name, 0)
        counts[name] = count + 1
        inputs, inner = apply(name, options, inputs)
        arrays += [(f"{prefix}{name}{f'_{count}' if count else ''}/{array}", variable) for array, variable in inner]
    return inputs, arrays


def apply(name, options, inputs):
    if name == "residual":
        branches = [("shortcut/", options.get("shortcut", [])), ("", options["layers"])]
        return merged("add", branches, inputs)
    if name == "parallel":
        branches = [(f"{index}/", branch) for index, branch in enumerate(options["branches"])]
        return merged(options.get("merge", "concatenate"), branches, inputs)
    if name == "time_distributed":
        step = keras.Input(inputs.shape[2:])
        [(inner, inner_options)] = options["layer"].items()
        output, arrays = apply(inner, inner_options, step)
        return keras.layers.TimeDistributed(keras.Model(step, output))(inputs), arrays
    kind = keras.layers.LSTM if name == "lstm" else keras_layers.class_named(name)
    layer = kind(**options)
    output = layer(inputs)
    return output, [(variable.name, variable) for variable in layer.weights]


def merged(merge, branches, inputs):
    results = [apply_all(layers, inputs, prefix) for prefix, layers in branches]
    output = getattr(keras.layers, MERGES[merge])()([output for output, _ in results])
    return output, [array for _, arrays in results for array in arrays]


def key(ordinal, index):
    """The key of the random numbers of an array of a layer."""
    return (index // 16 << 14) + ordinal * 16 + index % 16


def trajectory(case):
    """The mean loss of each epoch, some of the weights after the last, and the answers to some samples."""
    width = int(np.prod(case["shape"]))
    inputs, targets = golden.data({
        "count": case["count"], "width": width, "zeros": 0.3, "scale": 1 / 255, "classes": 3,
        "layers": [{"units": 3}]})
    inputs = inputs.reshape([case["count"], *case["shape"]])
    start = output = keras.Input(tuple(case["shape"]))
    weighted = []
    for layer in case["layers"]:
        [(name, options)] = layer.items()
        output, arrays = apply(name, options, output)
        if arrays:
            weighted.append(arrays)
    for ordinal, arrays in enumerate(weighted):
        for index, (name, variable) in enumerate(arrays):
            # Kernels alone are random; the other arrays are zeros or ones, as Keras makes them.
            if name.split("/")[-1] == "kernel":
                variable.assign(keras_layers.glorot_uniform(variable.shape, key(ordinal, index)))
    model = keras.Model(start, output)
    model.compile(optimizer=keras.optimizers.SGD(case["learning_rate"]), loss="categorical_crossentropy")
    losses = []
    for epoch in range(keras_layers.EPOCHS):
        order = golden.permutation(case["count"], epoch=epoch)
        total = 0.0
        for first in range(0, case["count"], case["batch"]):
            batch = order[first : first + case["batch"]]
            total += float(model.train_on_batch(inputs[batch], targets[batch])) * len(batch)
        losses.append(total / case["count"])
    weights = []
    for index, arrays in enumerate(weighted):
        for name, variable in arrays:
            flat = variable.numpy().reshape(-1)
            places = np.unique(np.linspace(0, len(flat) - 1, min(keras_layers.KEPT, len(flat))).astype(int))
            weights.append({
                "layer": index, "name": name, "norm": float(np.linalg.norm(flat.astype(np.float64))),
                "places": places.tolist(), "values": [float(flat[place]) for place in places]})
    outputs = model.predict(inputs[:4], verbose=0).reshape(-1)
    return {**case, "losses": losses, "weights": weights, "outputs": outputs.astype(float).tolist()}


def cases():
    case = keras_layers.case
    image, line = (6, 5, 3), (7, 4)

    def dense(units=9, activation="tanh"):
        return {"dense": {"units": units, "activation": activation}}

    def conv(filters=3, **options):
        return {"conv2d": {"filters": filters, "kernel_size": 3, "padding": "same", "activation": "tanh", **options}}

    def residual(*layers, **options):
        return {"residual": {"layers": list(layers), **options}}

    def parallel(*branches, **options):
        return {"parallel": {"branches": list(branches), **options}}

    relu, norm = {"activation": {"activation": "relu"}}, {"batch_normalization": {"momentum": 0.8}}
    yield case("residual", (20,), dense(), residual(dense()), residual(dense(4), dense()))
    yield case("residual, first", (20,), residual(dense(20)))
    yield case("residual that begins in place", (20,), dense(), residual(relu, dense(), relu))
    yield case("residual with a shortcut", (20,), dense(), residual(dense(4), dense(5), shortcut=[dense(5, "linear")]))
    yield case("residual of images", image, conv(),
               residual(conv(activation="linear", use_bias=False), norm, relu, conv()))
    yield case("residual of images, strides", image, conv(4),
               residual(conv(6, strides=2), conv(6), shortcut=[
                   {"conv2d": {"filters": 6, "kernel_size": 1, "strides": 2, "use_bias": False}}, norm]))
    yield case("residual of steps", line,
               residual({"lstm": {"units": 4, "return_sequences": True, "recurrent_initializer": "zeros"}}))
    yield case("residual at each step", line, {"time_distributed": {"layer": residual(dense(4))}})
    for merge in ["add", "average", "concatenate"]:
        yield case(f"parallel, {merge}", (20,), dense(), parallel([dense()], [dense(4), dense()], [], merge=merge))
        yield case(f"parallel of images, {merge}", image, parallel(
            [conv(3)], [conv(4), conv(3, kernel_size=1)],
            [{"average_pooling2d": {"pool_size": 3, "strides": 1, "padding": "same"}}], merge=merge))
    yield case("parallel, unlike widths", image, conv(2), parallel(
        [conv(5)], [], [{"max_pooling2d": {"pool_size": 3, "strides": 1, "padding": "same"}}, conv(1)]), conv())
    yield case("parallel of flat images", image, parallel([{"flatten": {}}, dense(5)], [{"flatten": {}}, dense(2)]))
    yield case("parallel, twenty arrays", (20,), dense(), parallel(*[[dense(2)] for _ in range(10)]))
    yield case("branches in branches", image, conv(), residual(
        parallel([conv(2)], [residual(conv()), conv(1)], merge="concatenate"), residual(conv())), conv(4),
               parallel([residual(conv(4))], [conv(4)], merge="average"))


RECORD = records.Record(
    __file__, "trajectories of branches", {"keras": keras.__version__, "seed": golden.SEED},
    {"cases": lambda: [partial(trajectory, case) for case in cases()]},
    {"cases": slice(None, None, 4)}, keras_layers.compare)


if __name__ == "__main__":
    RECORD.main(__doc__)
