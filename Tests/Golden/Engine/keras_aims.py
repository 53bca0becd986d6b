"""Three epochs of real Keras with weights of classes and samples, and with the inputs as targets.

    python keras_aims.py write     makes keras_aims.json beside this file anew
    python keras_aims.py check     makes a sample anew and compares it with keras_aims.json

Cases are written as those of keras_functions.py. Balanced weights are scikit-learn's. Keras refuses weights of classes
beside those of samples: it is given their product. Needs keras, jax, numpy and scikit-learn.
"""

from functools import partial

import keras_functions as functions
import keras_golden as golden
import records
from keras_functions import layer

import keras
import numpy as np
from sklearn.utils.class_weight import compute_class_weight

VALIDATED = 20  # samples at the beginning, measured after each epoch


def sample_weights(count):
    """Numbers from 0 to 3, a fifth of them zero."""
    numbers = golden.unit(golden.words(count, golden.DATASET, layer=3))
    return np.where(numbers < np.float32(0.2), np.float32(0), numbers * np.float32(3))


def trajectory(case):
    """What each epoch records, and some of the weights after the last."""
    inputs, targets = golden.data(case)
    count = case["count"]
    labels = targets.argmax(1) if targets.shape[1] > 1 else targets[:, 0].astype(int)
    if case["aim"] == "inputs":
        targets = inputs
    weights, by_class = case["sample_weight"], case["class_weight"]
    weights = sample_weights(count) if weights else None
    if by_class == "balanced":
        classes = np.unique(labels)
        by_class = dict(zip(classes.tolist(), compute_class_weight("balanced", classes=classes, y=labels)))
    elif by_class is not None:
        by_class = {int(name): weight for name, weight in by_class.items()}
    if weights is not None and by_class is not None:
        weights = weights * np.array([by_class.get(label, 1) for label in labels], np.float32)
        by_class = None
    model = functions.network(case)
    if case["penalty"]:
        model.layers[0].kernel_regularizer = keras.regularizers.L2(case["penalty"])
        kernel = model.layers[0].kernel
        kernel.regularizer = model.layers[0].kernel_regularizer
    if case["loss"] == "sparse_categorical_crossentropy":
        targets = labels
    metrics = [] if case["metric"] is None else [case["metric"]]
    model.compile(optimizer=keras.optimizers.SGD(case["rate"], momentum=0.5), loss=model.loss, metrics=metrics)
    epochs = {"losses": [], "metrics": [], "validation": []}
    for epoch in range(functions.EPOCHS):
        order = golden.permutation(count, epoch)
        found = model.fit(
            inputs[order], targets[order], batch_size=case["batch"], shuffle=False, verbose=0, class_weight=by_class,
            sample_weight=None if weights is None else weights[order],
            validation_data=(inputs[:VALIDATED], targets[:VALIDATED])).history
        epochs["losses"].append(found["loss"][0])
        epochs["validation"].append(found["val_loss"][0])
        if case["metric"]:
            epochs["metrics"].append(found[case["metric"]][0])
    kept = []
    for index, one in enumerate(model.layers):
        for name, values in zip(["kernel", "bias"], one.get_weights()):
            flat = values.reshape(-1)
            places = np.unique(np.linspace(0, len(flat) - 1, min(functions.KEPT, len(flat))).astype(int))
            kept.append({
                "layer": index, "name": name, "norm": float(np.linalg.norm(flat.astype(np.float64))),
                "places": places.tolist(), "values": [float(flat[place]) for place in places]})
    return {**case, **epochs, "weights": kept}


def case(name, layers, *arguments, class_weight=None, sample_weight=False, aim="data", metric=None, penalty=0.0,
         **options):
    made = functions.case(name, layers, *arguments, **options)
    return {**made, "class_weight": class_weight, "sample_weight": sample_weight, "aim": aim, "metric": metric,
            "penalty": penalty}


def cases():
    hidden = [layer(9, "tanh")]
    softmax, sigmoid, sigmoids = hidden + [layer(3, "softmax")], hidden + [layer(1, "sigmoid")], hidden + [
        layer(3, "sigmoid")]
    linear, positive = hidden + [layer(2, "linear")], hidden + [layer(2, "softplus")]
    some = {"0": 0.5, "2": 4.0}
    yield case("classes", softmax, class_weight={"0": 1.0, "1": 2.0, "2": 0.25}, metric="accuracy")
    yield case("some classes", softmax, class_weight=some, metric="accuracy")
    yield case("a class without weight", softmax, class_weight={"1": 0.0})
    yield case("balanced classes", softmax, class_weight="balanced", metric="accuracy")
    yield case("classes with a penalty", softmax, class_weight=some, penalty=0.02)
    yield case("classes of one output", sigmoid, "binary_crossentropy", classes=2, class_weight={"1": 3.0})
    yield case("balanced classes of one output", sigmoid, "binary_crossentropy", classes=2, class_weight="balanced")
    yield case("numbered classes", softmax, "sparse_categorical_crossentropy", class_weight=some)
    yield case("classes of sigmoids", sigmoids, "binary_crossentropy", class_weight=some)
    yield case("classes and samples", softmax, class_weight=some, sample_weight=True, metric="accuracy")
    weighted = {"sample_weight": True}
    numbers = {"targets": 2, **weighted}
    yield case("samples", softmax, metric="accuracy", **weighted)
    yield case("samples with a penalty", softmax, penalty=0.02, **weighted)
    yield case("smoothed samples", softmax, label_smoothing=0.1, **weighted)
    yield case("sparse samples", softmax, "sparse_categorical_crossentropy", **weighted)
    yield case("binary samples", sigmoid, "binary_crossentropy", classes=2, **weighted)
    yield case("focal samples", softmax, "categorical_focal_crossentropy", **weighted)
    yield case("binary focal samples", sigmoid, "binary_focal_crossentropy", classes=2, **weighted)
    yield case("kl of samples", softmax, "kl_divergence", "KLDivergence", **weighted)
    yield case("squares of samples", linear, "mean_squared_error", **numbers, metric="mean_absolute_error")
    yield case("distances of samples", linear, "mean_absolute_error", **numbers)
    yield case("percentages of samples", linear, "mean_absolute_percentage_error", rate=1e-4, **numbers)
    yield case("logarithms of samples", linear, "mean_squared_logarithmic_error", **numbers)
    yield case("huber of samples", linear, "huber", **numbers)
    yield case("log_cosh of samples", linear, "log_cosh", **numbers)
    yield case("hinge of samples", hidden + [layer(3, "linear")], "hinge", **weighted)
    yield case("squared hinge of samples", hidden + [layer(3, "linear")], "squared_hinge", **weighted)
    yield case("poisson of samples", positive, "poisson", **numbers)
    narrow = [layer(4, "tanh")]
    yield case("inputs by squares", narrow + [layer(12, "linear")], "mean_squared_error", aim="inputs",
               metric="mean_absolute_error")
    yield case("inputs by cross-entropy", narrow + [layer(12, "sigmoid")], "binary_crossentropy", aim="inputs",
               metric="mean_squared_error")
    yield case("inputs of weighted samples", narrow + [layer(12, "linear")], "huber", aim="inputs", **weighted)


def compare(made, kept):
    golden.compare(made, kept)
    for name in ["validation", "metrics"]:
        np.testing.assert_allclose(made[name], kept[name], rtol=1e-4, err_msg=made["name"])


RECORD = records.Record(
    __file__, "weighted trajectories", {"keras": keras.__version__, "seed": golden.SEED},
    {"cases": lambda: [partial(trajectory, case) for case in cases()]},
    {"cases": slice(None, None, 5)}, compare)


if __name__ == "__main__":
    RECORD.main(__doc__)
