"""Golden trajectories of three epochs from real Keras, for the engine's optimizers and learning rate schedules.

    python keras_optimizers.py write     makes keras_optimizers.json beside this file anew
    python keras_optimizers.py check     makes a sample anew and compares it with keras_optimizers.json

Each case has its options as a notebook spells them. Needs keras, jax and numpy.
"""

from functools import partial

import keras_golden as golden
import records
import keras
import numpy as np

EPOCHS, COUNT, BATCH = 3, 75, 8
STEPS = (COUNT + BATCH - 1) // BATCH
NETWORK = golden.case("", golden.layers((9, "tanh"), (3, "softmax")), count=COUNT, batch=BATCH)

SCHEDULES = {
    "exponential_decay": keras.optimizers.schedules.ExponentialDecay,
    "inverse_time_decay": keras.optimizers.schedules.InverseTimeDecay,
    "polynomial_decay": keras.optimizers.schedules.PolynomialDecay,
    "piecewise_constant_decay": keras.optimizers.schedules.PiecewiseConstantDecay,
    "cosine_decay": keras.optimizers.schedules.CosineDecay,
    "cosine_decay_restarts": keras.optimizers.schedules.CosineDecayRestarts,
}


def schedule(written):
    """Keras's schedule, with lengths in epochs, and lengths that are left out, as steps."""
    (name, options), = written.items()
    options = dict(options)
    for part in ["decay", "first_decay", "warmup"]:
        if f"{part}_epochs" in options:
            options[f"{part}_steps"] = round(options.pop(f"{part}_epochs") * STEPS)
    if name != "piecewise_constant_decay":
        part = "first_decay_steps" if name == "cosine_decay_restarts" else "decay_steps"
        options.setdefault(part, EPOCHS * STEPS - options.get("warmup_steps", 0))
    return SCHEDULES[name](**options)


def kept(numbers):
    """All the digits of 32-bit floats."""
    return [float(f"{number:.9g}") for number in numbers]


def trajectory(name, optimizer, **options):
    """The mean loss over the samples of the epoch so far after each step, and some of the last weights."""
    settings = dict(options)
    rates = None
    if isinstance(settings["learning_rate"], dict):
        settings["learning_rate"] = schedule(settings["learning_rate"])
        rates = kept(settings["learning_rate"](step) for step in range(2 * EPOCHS * STEPS))
    inputs, targets = golden.data(NETWORK)
    model = golden.network({**NETWORK, "optimizer_options": {"learning_rate": 0.1}})
    keras_optimizer = keras.optimizers.get({"class_name": optimizer, "config": {}}).__class__(**settings)
    model.compile(optimizer=keras_optimizer, loss="categorical_crossentropy")
    losses = []
    for epoch in range(EPOCHS):
        order, total = golden.permutation(COUNT, epoch), 0.0
        for first in range(0, COUNT, BATCH):
            batch = order[first : first + BATCH]
            total += float(model.train_on_batch(inputs[batch], targets[batch])) * len(batch)
            losses.append(total / (first + len(batch)))
    weights = []
    for index, layer in enumerate(model.layers):
        for variable, values in zip(["kernel", "bias"], layer.get_weights()):
            weights.append({"layer": index, "name": variable, "values": kept(values.reshape(-1))})
    case = {"name": name, "optimizer": optimizer, "options": options, "losses": kept(losses), "weights": weights}
    return {**case, "rates": rates} if rates else case


def cases():
    decay = {"initial_learning_rate": 0.5, "decay_rate": 0.5}
    yield "rmsprop", "rmsprop", {"learning_rate": 0.01}
    yield "rmsprop, other options", "rmsprop", {"learning_rate": 0.005, "rho": 0.8, "momentum": 0.5,
                                                "epsilon": 0.001}
    yield "rmsprop, centered", "rmsprop", {"learning_rate": 0.01, "centered": True}
    yield "rmsprop, centered with momentum", "rmsprop", {"learning_rate": 0.005, "centered": True, "momentum": 0.9}
    yield "adagrad", "adagrad", {"learning_rate": 0.2}
    yield "adagrad, from another start", "adagrad", {"learning_rate": 0.05, "initial_accumulator_value": 0.001,
                                                     "epsilon": 0.0001}
    yield "adadelta", "adadelta", {"learning_rate": 10.0}
    yield "adadelta, other options", "adadelta", {"learning_rate": 1.0, "rho": 0.8, "epsilon": 0.001}
    yield "adam", "adam", {"learning_rate": 0.01}
    yield "adam, amsgrad", "adam", {"learning_rate": 0.02, "amsgrad": True, "beta_2": 0.9}
    yield "adamw", "adamw", {"learning_rate": 0.01}
    yield "adamw, other decay", "adamw", {"learning_rate": 0.01, "weight_decay": 2.0, "amsgrad": True}
    yield "nadam", "nadam", {"learning_rate": 0.01}
    yield "nadam, other options", "nadam", {"learning_rate": 0.01, "beta_1": 0.7, "beta_2": 0.95, "epsilon": 0.001}
    yield "adamax", "adamax", {"learning_rate": 0.02}
    yield "adamax, other options", "adamax", {"learning_rate": 0.02, "beta_1": 0.7, "beta_2": 0.9, "epsilon": 0.001}
    yield "lion", "lion", {"learning_rate": 0.005}
    yield "lion, other options", "lion", {"learning_rate": 0.005, "beta_1": 0.7, "beta_2": 0.9, "weight_decay": 1.0}
    yield "sgd, weight decay", "sgd", {"learning_rate": 0.5, "weight_decay": 0.1}
    yield "sgd, clipnorm", "sgd", {"learning_rate": 1.0, "clipnorm": 0.1}
    yield "sgd, global_clipnorm", "sgd", {"learning_rate": 1.0, "global_clipnorm": 0.2, "momentum": 0.5}
    yield "sgd, clipvalue", "sgd", {"learning_rate": 1.0, "clipvalue": 0.02}
    yield "rmsprop, clipnorm and weight decay", "rmsprop", {"learning_rate": 0.01, "clipnorm": 0.05,
                                                            "weight_decay": 1.0}
    for name, options in [
        ("exponential_decay", {**decay, "decay_steps": 7}),
        ("exponential_decay", {**decay, "decay_epochs": 1, "staircase": True}),
        ("exponential_decay", decay),
        ("inverse_time_decay", {**decay, "decay_steps": 7}),
        ("inverse_time_decay", {**decay, "decay_epochs": 0.5, "staircase": True}),
        ("polynomial_decay", {"initial_learning_rate": 0.5}),
        ("polynomial_decay", {"initial_learning_rate": 0.5, "decay_steps": 16, "end_learning_rate": 0.05,
                              "power": 2.5}),
        ("polynomial_decay", {"initial_learning_rate": 0.5, "decay_steps": 8, "end_learning_rate": 0.05,
                              "power": 0.5, "cycle": True}),
        ("piecewise_constant_decay", {"boundaries": [4, 11], "values": [0.5, 0.05, 1.0]}),
        ("cosine_decay", {"initial_learning_rate": 0.5}),
        ("cosine_decay", {"initial_learning_rate": 0.5, "decay_steps": 17, "alpha": 0.1}),
        ("cosine_decay", {"initial_learning_rate": 0.05, "warmup_target": 1.0, "warmup_steps": 6}),
        ("cosine_decay", {"initial_learning_rate": 0.0, "warmup_target": 1.0, "warmup_epochs": 0.5,
                          "decay_epochs": 2}),
        ("cosine_decay_restarts", {"initial_learning_rate": 0.5}),
        ("cosine_decay_restarts", {"initial_learning_rate": 0.5, "first_decay_steps": 5}),
        ("cosine_decay_restarts", {"initial_learning_rate": 0.5, "first_decay_steps": 6, "t_mul": 1.0,
                                   "m_mul": 0.7, "alpha": 0.1}),
        ("cosine_decay_restarts", {"initial_learning_rate": 0.5, "first_decay_epochs": 0.7, "t_mul": 1.5,
                                   "m_mul": 1.3}),
    ]:
        yield f"{name} {options}", "sgd", {"learning_rate": {name: options}}
    yield "adamw, cosine_decay", "adamw", {"learning_rate": {"cosine_decay": {
        "initial_learning_rate": 0.0, "warmup_target": 0.02, "warmup_steps": 5}}, "weight_decay": 1.0}


def compare(made, kept):
    np.testing.assert_allclose(made["losses"], kept["losses"], rtol=1e-4, err_msg=made["name"])


RECORD = records.Record(
    __file__, "trajectories of optimizers", {"keras": keras.__version__, "seed": golden.SEED, "count": COUNT, "batch": BATCH,
                                        "epochs": EPOCHS},
    {"cases": lambda: [partial(trajectory, name, optimizer, **options)
                        for name, optimizer, options in cases()]},
    {"cases": slice(None, None, 9)}, compare)


if __name__ == "__main__":
    RECORD.main(__doc__)
