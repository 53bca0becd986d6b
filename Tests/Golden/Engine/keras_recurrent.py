"""Golden trajectories of recurrent layers and embeddings from real Keras, for the engine to be held against.

    python keras_recurrent.py write     makes recurrent.json beside this file anew
    python keras_recurrent.py check     makes a sample anew and compares it with recurrent.json

As in keras_golden.py, weights, data and the order of samples come from the engine's own random streams. All weights
are uniform, so that none is a zero by which a mistake might hide.
"""

from functools import partial

import keras_golden as golden
import records
from keras_golden import keras, np

COUNT, BATCH, EPOCHS, CLASSES = 26, 8, 3, 3
LIMIT = 0.6
LAYERS = {"simple_rnn": "SimpleRNN", "lstm": "LSTM", "gru": "GRU", "dense": "Dense", "flatten": "Flatten",
          "embedding": "Embedding", "bidirectional": "Bidirectional", "time_distributed": "TimeDistributed"}


def layer(written):
    """A Keras layer from a mapping of its name in snake case to its options."""
    (name, options), = written.items()
    options = {key: layer(value) if key == "layer" else value for key, value in options.items()}
    return getattr(keras.layers, LAYERS[name])(**options)


def data(case):
    shape, count = case["shape"], COUNT * int(np.prod(case["shape"]))
    numbers = golden.words(count, golden.DATASET)
    if case["tokens"]:
        inputs = (numbers % np.uint32(case["tokens"])).astype(np.float32)
    else:
        inputs = golden.unit(numbers) * np.float32(2) - np.float32(1)
    labels = (golden.words(COUNT, golden.DATASET, layer=1) % np.uint32(CLASSES)).astype(int)
    return inputs.reshape(COUNT, *shape), np.eye(CLASSES, dtype=np.float32)[labels]


def uniform(shape, ordinal):
    numbers = golden.words(int(np.prod(shape)), golden.INITIALIZATION, layer=ordinal)
    return ((golden.unit(numbers) * np.float32(2) - np.float32(1)) * np.float32(LIMIT)).reshape(shape)


def trajectory(case):
    """The loss and accuracy of each epoch, and some of each array of weights after the last."""
    keras.utils.set_random_seed(1)
    inputs, targets = data(case)
    model = keras.Sequential([keras.Input(tuple(case["shape"]))] + [layer(one) for one in case["layers"]])
    arrays = model.trainable_variables
    for ordinal, array in enumerate(arrays):
        array.assign(uniform(array.shape, ordinal))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="categorical_crossentropy", metrics=["accuracy"])
    losses, accuracies = [], []
    for epoch in range(EPOCHS):
        order = golden.permutation(COUNT, epoch)
        found = model.fit(inputs[order], targets[order], batch_size=BATCH, shuffle=False, verbose=0).history
        losses.append(found["loss"][0])
        accuracies.append(found["accuracy"][0])
    weights = []
    for array in arrays:
        flat = np.asarray(array).reshape(-1)
        places = np.unique(np.linspace(0, len(flat) - 1, min(golden.KEPT, len(flat))).astype(int))
        weights.append({
            "shape": list(array.shape), "norm": float(np.linalg.norm(flat.astype(np.float64))),
            "places": places.tolist(), "values": [float(flat[place]) for place in places]})
    return {**case, "losses": losses, "accuracies": accuracies, "weights": weights}


def case(name, *layers, shape=(7, 5), tokens=0):
    last = {"dense": {"units": CLASSES, "activation": "softmax"}}
    return {"name": name, "shape": list(shape), "tokens": tokens, "layers": [*layers, last]}


def cases():
    for name, options in [("simple_rnn", {}), ("lstm", {}), ("gru", {}), ("gru", {"reset_after": False})]:
        for units in [6, 17]:
            yield case(f"{name} {units} {options}", {name: {"units": units, **options}})
        yield case(f"{name} {options}, sequences",
                   {name: {"units": 6, "return_sequences": True, **options}}, {"flatten": {}})
        yield case(f"{name} {options}, backwards", {name: {"units": 6, "go_backwards": True, **options}})
        yield case(f"{name} {options}, backwards sequences",
                   {name: {"units": 6, "go_backwards": True, "return_sequences": True, **options}}, {"flatten": {}})
        yield case(f"{name} {options}, without bias", {name: {"units": 6, "use_bias": False, **options}})
        yield case(f"{name} {options}, stacked",
                   {name: {"units": 18, "return_sequences": True, **options}}, {name: {"units": 5, **options}})
        for merge in ["concat", "sum", "mul", "ave"] if name == "lstm" else ["concat"]:
            held = {name: {"units": 6, **options}}
            yield case(f"bidirectional {name} {options}, {merge}",
                       {"bidirectional": {"layer": held, "merge_mode": merge}})
            held = {name: {"units": 6, "return_sequences": True, **options}}
            yield case(f"bidirectional {name} {options}, {merge} of sequences",
                       {"bidirectional": {"layer": held, "merge_mode": merge}}, {name: {"units": 4, **options}})
        yield case(f"{name} {options}, one step", {name: {"units": 6, **options}}, shape=(1, 5))
        if name == "simple_rnn":
            for activation in ["relu", "gelu", "linear"]:
                yield case(f"{name}, {activation}", {name: {"units": 6, "activation": activation}})
        elif not options:
            for activation, recurrent in [("relu", "sigmoid"), ("gelu", "tanh"), ("softmax", "linear")]:
                own = {"units": 6, "activation": activation, "recurrent_activation": recurrent}
                yield case(f"{name}, {activation} and {recurrent}", {name: own})
        else:
            own = {"units": 6, "activation": "gelu", "recurrent_activation": "tanh", **options}
            yield case(f"{name}, gelu and tanh {options}", {name: own})
    embedding = {"embedding": {"input_dim": 11, "output_dim": 5}}
    yield case("embedding", embedding, {"flatten": {}}, shape=(7,), tokens=11)
    yield case("embedding and lstm", embedding, {"lstm": {"units": 6}}, shape=(7,), tokens=11)
    yield case("wide embedding", {"embedding": {"input_dim": 11, "output_dim": 40}}, {"flatten": {}}, shape=(3,),
               tokens=11)
    dense = {"dense": {"units": 4, "activation": "tanh"}}
    yield case("time_distributed dense", {"time_distributed": {"layer": dense}}, {"flatten": {}})
    yield case("time_distributed dense after lstm", {"lstm": {"units": 6, "return_sequences": True}},
               {"time_distributed": {"layer": dense}}, {"gru": {"units": 4}})
    yield case("time_distributed lstm", {"time_distributed": {"layer": {"lstm": {"units": 4}}}},
               {"lstm": {"units": 5}}, shape=(3, 4, 5))


RECORD = records.Record(
    __file__, "trajectories of recurrent layers", {"keras": keras.__version__, "seed": golden.SEED, "limit": LIMIT},
    {"cases": lambda: [partial(trajectory, case) for case in cases()]},
    {"cases": slice(3, None, 14)}, golden.compare, file="recurrent.json")


if __name__ == "__main__":
    RECORD.main(__doc__)
