"""Golden learning rates from real Keras: those of each epoch, and range tests.

    python keras_rates.py write     makes keras_rates.json beside this file anew
    python keras_rates.py check     makes it anew and compares

A range test sets Keras's learning rate before each step; smoothing and suggestions follow the published formulas of
fastai's `lr_find`. Needs keras, jax and numpy.
"""

from functools import partial

import keras_golden as golden
import keras
import keras_optimizers as optimizers
import numpy as np
import records

COUNT, BATCH = optimizers.COUNT, optimizers.BATCH
STEPS = optimizers.STEPS


def compiled(optimizer, rate):
    model = golden.network({**optimizers.NETWORK, "optimizer_options": {"learning_rate": 0.1}})
    made = keras.optimizers.get({"class_name": optimizer, "config": {}}).__class__(learning_rate=rate)
    model.compile(optimizer=made, loss="categorical_crossentropy")
    return model


def batches():
    """The indices of each batch, without end, with whether it is the last of its epoch."""
    epoch = 0
    while True:
        order = golden.permutation(COUNT, epoch)
        for first in range(0, COUNT, BATCH):
            yield order[first : first + BATCH], first + BATCH >= COUNT
        epoch += 1


def epochs(name, count, rate, plateau=None):
    """The mean loss and the rate of the last step of each epoch."""
    inputs, targets = golden.data(optimizers.NETWORK)
    model = compiled("sgd", optimizers.schedule(rate) if isinstance(rate, dict) else rate)
    callback = keras.callbacks.ReduceLROnPlateau(monitor="loss", **plateau) if plateau else None
    if callback:
        callback.set_model(model)
        callback.on_train_begin()
    losses, rates, total = [], [], 0.0
    for batch, is_last in batches():
        if is_last:
            if isinstance(rate, dict):
                rates.append(float(optimizers.schedule(rate)(int(model.optimizer.iterations))))
            else:
                rates.append(float(model.optimizer.learning_rate))
        total += float(model.train_on_batch(inputs[batch], targets[batch])) * len(batch)
        if is_last:
            losses.append(total / COUNT)
            total = 0.0
            if callback:
                callback.on_epoch_end(len(losses) - 1, {"loss": losses[-1]})
            if len(losses) == count:
                break
    return {"name": name, "epochs": count, "learning_rate": rate, "plateau": plateau, "losses": optimizers.kept(losses),
            "rates": optimizers.kept(rates)}


def range_test(name, optimizer, start, end, steps):
    inputs, targets = golden.data(optimizers.NETWORK)
    model = compiled(optimizer, start)
    rates, smoothed, average = [], [], 0.0
    for step, (batch, _) in enumerate(batches()):
        rates.append(start * (end / start) ** (step / steps))
        model.optimizer.learning_rate = rates[-1]
        loss = float(model.train_on_batch(inputs[batch], targets[batch]))
        average = 0.98 * average + 0.02 * loss
        smoothed.append(average / (1 - 0.98 ** (step + 1)))
        if smoothed[-1] > 4 * min(smoothed) or step + 1 == steps:
            break
    considered = np.array(smoothed[steps // 10 : -5])
    tried = np.array(rates[steps // 10 : -5])
    # The length of the longest sequence of falling losses that ends at each step.
    lengths = np.ones(len(considered), int)
    for step, loss in enumerate(considered):
        before = lengths[:step][considered[:step] > loss]
        lengths[step] = 1 + before.max(initial=0)
    end_of_valley, length = int(lengths.argmax()), int(lengths.max())
    place = end_of_valley - length + int(length / 3) + int(length / 3 / 2)
    steepest = np.diff(considered) / np.diff(np.log(tried))
    return {"name": name, "optimizer": optimizer, "start": start, "end": end, "steps": steps,
            "losses": optimizers.kept(smoothed), "valley": float(tried[max(place, 0)]),
            "steepest": float(tried[steepest.argmin()]), "minimum": float(tried[considered.argmin()]) / 10}


def trained():
    return [
        partial(epochs, "plateau", 8, 0.5, {"patience": 1, "factor": 0.5, "min_delta": 0.05}),
        partial(epochs, "plateau with a bound and a pause", 8, 0.5,
                {"patience": 1, "factor": 0.1, "min_delta": 0.3, "cooldown": 1, "min_lr": 0.02}),
        partial(epochs, "exponential decay", 3,
                {"exponential_decay": {"initial_learning_rate": 0.5, "decay_rate": 0.5}}),
        partial(epochs, "cosine decay", 3, {"cosine_decay": {"initial_learning_rate": 0.5}}),
    ]


def tests():
    return [
        partial(range_test, "sgd", "sgd", 1e-3, 3.0, 60),
        partial(range_test, "adam", "adam", 1e-6, 1.0, 50),
        partial(range_test, "sgd that diverges", "sgd", 1e-2, 1e4, 70),
        partial(range_test, "few steps", "sgd", 1e-2, 2.0, 12),
    ]


def compare(made, kept):
    np.testing.assert_allclose(made["losses"], kept["losses"], rtol=1e-3, err_msg=made["name"])
    for rate in made.keys() & {"rates", "valley", "steepest", "minimum"}:
        np.testing.assert_allclose(made[rate], kept[rate], rtol=1e-5, err_msg=f"{made['name']} {rate}")


RECORD = records.Record(
    __file__, "learning rates", {"keras": keras.__version__, "seed": golden.SEED, "count": COUNT, "batch": BATCH},
    {"epochs": trained, "tests": tests}, {"epochs": slice(None), "tests": slice(None)}, compare)


if __name__ == "__main__":
    RECORD.main(__doc__)
