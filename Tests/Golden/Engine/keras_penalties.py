"""Three epochs of real Keras with penalties, constraints and layers that are not trained.

    python keras_penalties.py write     makes keras_penalties.json beside this file anew
    python keras_penalties.py check     makes a sample anew and compares it with keras_penalties.json

Cases are written as those of keras_layers.py, with the regularizers and constraints as in notebooks. Needs keras, jax
and numpy.
"""

from functools import partial

import keras_golden as golden
import records
import keras_layers
import keras
import numpy as np

RANDOM = ("kernel", "recurrent_kernel")
RULES = {"l1": keras.regularizers.L1, "l2": keras.regularizers.L2, "l1_l2": keras.regularizers.L1L2,
         "max_norm": keras.constraints.MaxNorm, "unit_norm": keras.constraints.UnitNorm,
         "non_neg": keras.constraints.NonNeg}
LAYERS = {"lstm": "LSTM", "gru": "GRU", "simple_rnn": "SimpleRNN"}


def rule(written):
    """A regularizer or a constraint from its name, or from a mapping of its name to its options."""
    [(name, options)] = written.items() if isinstance(written, dict) else [(written, {})]
    return RULES[name](**options)


def layer(written):
    [(name, options)] = written.items()
    made = {}
    for key, value in options.items():
        if key == "trainable":
            continue  # Only the setter reaches the layer within another one.
        if key.endswith(("_regularizer", "_constraint")):
            value = rule(value)
        made[key] = layer(value) if key == "layer" else value
    kind = getattr(keras.layers, LAYERS[name]) if name in LAYERS else keras_layers.class_named(name)
    built = kind(**made)
    if "trainable" in options:
        built.trainable = options["trainable"]
    return built


def trajectory(case):
    """The losses of each epoch, some of the weights after the last, and the answers to some samples."""
    width = int(np.prod(case["shape"]))
    inputs, targets = golden.data({
        "count": case["count"], "width": width, "zeros": 0.3, "scale": 1 / 255, "classes": 3,
        "layers": [{"units": 3}]})
    inputs = inputs.reshape([case["count"], *case["shape"]])
    model = keras.Sequential([keras.Input(tuple(case["shape"]))] + [layer(one) for one in case["layers"]])
    weighted = [layer for layer in model.layers if layer.weights]
    for ordinal, one in enumerate(weighted):
        one.set_weights([
            keras_layers.glorot_uniform(variable.shape, ordinal * 16 + index) if variable.name in RANDOM
            else variable.numpy() for index, variable in enumerate(one.weights)])
    model.compile(optimizer=keras.optimizers.get({"class_name": case["optimizer"], "config": case["settings"]}),
                  loss="categorical_crossentropy")
    losses, validation = [], []
    for epoch in range(keras_layers.EPOCHS):
        order = golden.permutation(case["count"], epoch=epoch)
        found = model.fit(inputs[order], targets[order], batch_size=case["batch"], shuffle=False, verbose=0,
                          validation_data=(inputs[:20], targets[:20])).history
        losses.append(found["loss"][0])
        validation.append(found["val_loss"][0])
    weights = []
    for index, one in enumerate(weighted):
        for variable, name in zip(one.weights, names(one), strict=True):
            flat = variable.numpy().reshape(-1)
            places = np.unique(np.linspace(0, len(flat) - 1, min(keras_layers.KEPT, len(flat))).astype(int))
            weights.append({
                "layer": index, "name": name, "norm": float(np.linalg.norm(flat.astype(np.float64))),
                "places": places.tolist(), "values": [float(flat[place]) for place in places]})
    outputs = model.predict(inputs[:4], verbose=0).reshape(-1)
    trainable = sum(int(np.prod(variable.shape)) for variable in model.trainable_weights)
    return {**case, "losses": losses, "validation": validation, "weights": weights, "trainable": trainable,
            "outputs": outputs.astype(float).tolist()}


def names(layer):
    """The names of a layer's arrays, with the direction of a bidirectional one."""
    if not isinstance(layer, keras.layers.Bidirectional):
        return [variable.name for variable in layer.weights]
    return [f"{way}/{variable.name}" for way in ("forward", "backward")
            for variable in getattr(layer, f"{way}_layer").weights]


def case(name, shape, *layers, optimizer="sgd", learning_rate=0.1, last=None, **settings):
    tail = [{"flatten": {}}, {"dense": {"units": 3, "activation": "softmax", **(last or {})}}]
    return {"name": name, "shape": shape, "layers": [*layers, *tail], "count": 41, "batch": 16,
            "optimizer": optimizer, "learning_rate": learning_rate,
            "settings": {"learning_rate": learning_rate, **settings}}


def cases():
    row, line, image = (20,), (7, 5), (9, 8, 3)

    def dense(**options):
        return {"dense": {"units": 9, "activation": "tanh", **options}}

    def conv(**options):
        return {"conv2d": {"filters": 5, "kernel_size": 3, "activation": "tanh", **options}}

    def rnn(kind, **options):
        return {kind: {"units": 6, "recurrent_initializer": "glorot_uniform", **options}}

    # On JAX the magnitude of a zero has the slope 1, not 0 as elsewhere: no array that starts at zero has an l1.
    both = {"l1_l2": {"l1": 0.003, "l2": 0.02}}
    yield case("l2 of a kernel", row, dense(kernel_regularizer="l2"))
    yield case("l1 of a kernel and of a bias", row,
               dense(kernel_regularizer="l1", bias_regularizer={"l1": {"l1": 0.02}}, bias_initializer="ones"))
    yield case("l1_l2 of two layers", row,
               dense(kernel_regularizer=both, bias_regularizer=both, bias_initializer="ones"),
               last={"kernel_regularizer": both})
    yield case("activity of a hidden and of the last layer", row, dense(activity_regularizer=both),
               last={"activity_regularizer": {"l2": {"l2": 0.3}}})
    yield case("penalties of a convolution", image,
               conv(kernel_regularizer="l2", bias_regularizer="l2", activity_regularizer=both), conv())
    for kind in ["simple_rnn", "lstm", "gru"]:
        yield case(f"penalties of {kind}", line, rnn(
            kind, kernel_regularizer="l2", recurrent_regularizer=both, bias_regularizer="l2"))
    yield case("penalties of a normalization", row, dense(),
               {"batch_normalization": {"gamma_regularizer": "l2", "beta_regularizer": "l2"}})
    yield case("clipping of the whole gradient", row, dense(kernel_regularizer={"l2": {"l2": 0.3}}), clipnorm=0.5)
    yield case("adam with penalties", row, dense(kernel_regularizer=both), optimizer="adam", learning_rate=0.01)
    yield case("penalties of steps", line, {"time_distributed": {"layer": dense(kernel_regularizer=both)}})
    small = {"max_norm": {"max_value": 0.7}}
    yield case("max_norm of a kernel and of a bias", row,
               dense(kernel_constraint=small, bias_constraint={"max_norm": {"max_value": 0.01}}))
    yield case("max_norm as it is", row, dense(kernel_constraint="max_norm"), learning_rate=2.0)
    yield case("max_norm along rows", row, dense(kernel_constraint={"max_norm": {"max_value": 0.7, "axis": 1}}))
    whole = {"max_norm": {"max_value": 2.0, "axis": [0, 1]}}
    yield case("max_norm of the whole", row, dense(kernel_constraint=whole))
    filters = {"max_norm": {"max_value": 0.7, "axis": [0, 1, 2]}}
    yield case("max_norm of filters", image, conv(kernel_constraint=filters))
    yield case("max_norm of wide filters", image,
               conv(filters=40, kernel_constraint={"max_norm": {"max_value": 0.3, "axis": [0, -2]}}))
    yield case("unit_norm of a kernel", row, dense(kernel_constraint="unit_norm"))
    yield case("unit_norm of a recurrent kernel", line, rnn("lstm", recurrent_constraint="unit_norm"))
    yield case("non_neg of kernels", row, dense(kernel_constraint="non_neg"), last={"kernel_constraint": "non_neg"})
    yield case("a constraint and a penalty with adam", row, dense(kernel_constraint=small, kernel_regularizer="l2"),
               optimizer="adam", learning_rate=0.01)
    yield case("frozen first layer", row, dense(trainable=False), dense())
    yield case("frozen layer between others", row, dense(), dense(trainable=False, kernel_regularizer=both), dense())
    yield case("frozen last layer", row, dense(), last={"trainable": False})
    yield case("frozen convolution", image, conv(), conv(trainable=False), optimizer="adam", learning_rate=0.01)
    yield case("frozen normalization", row, dense(), {"batch_normalization": {"trainable": False}}, dense())
    yield case("frozen normalization of rows", row, dense(), {"layer_normalization": {"trainable": False}}, dense())
    for kind in ["simple_rnn", "lstm", "gru"]:
        yield case(f"frozen {kind}", line, rnn(kind, return_sequences=True), rnn(kind, trainable=False))
    frozen = rnn("lstm", trainable=False, return_sequences=True)
    yield case("frozen in both directions", line, rnn("gru", return_sequences=True),
               {"bidirectional": {"layer": frozen}})
    yield case("frozen layer of steps", line, rnn("lstm", return_sequences=True),
               {"time_distributed": {"layer": dense(), "trainable": False}})


RECORD = records.Record(
    __file__, "trajectories with penalties", {"keras": keras.__version__, "seed": golden.SEED},
    {"cases": lambda: [partial(trajectory, case) for case in cases()]},
    {"cases": slice(None, None, 5)}, keras_layers.compare)


if __name__ == "__main__":
    RECORD.main(__doc__)
