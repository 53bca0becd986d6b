"""Three epochs of real Keras with images that are moved in a known way, for the engine to be held against.

    python keras_augmentation.py write     makes keras_augmentation.json beside this file anew
    python keras_augmentation.py check     makes a sample anew and compares it with keras_augmentation.json

Ranges that consist of one number leave nothing to chance, so that Keras and the engine move images alike.
"""

from functools import partial

import keras_golden as golden
import records
import keras
import keras_branches
import keras_layers


def exactly(number):
    return [number, number]


def cases():
    conv = {"conv2d": {"filters": 4, "kernel_size": 3, "activation": "tanh"}}
    for mode in ["reflect", "wrap", "constant", "nearest"]:
        fill = {"fill_mode": mode, "fill_value": 0.25}
        for name, options in [
            ("translation", {"height_factor": exactly(0.3), "width_factor": exactly(-0.45)}),
            ("rotation", {"factor": exactly(0.11)}),
            ("zoom", {"height_factor": exactly(0.4), "width_factor": exactly(-0.35)}),
        ]:
            yield keras_layers.case(f"random_{name}, {mode}", (7, 6, 3), {f"random_{name}": {**options, **fill}}, conv)
    yield keras_layers.case("random_translation, far", (7, 6, 3), {
        "random_translation": {"height_factor": exactly(-1.0), "width_factor": exactly(1.0), "fill_mode": "wrap"}}, conv)
    yield keras_layers.case("random_zoom, alike", (5, 8, 1), {"random_zoom": {"height_factor": exactly(0.9)}}, conv)
    yield keras_layers.case("random_rotation, backwards", (5, 8, 1), {"random_rotation": {"factor": exactly(-0.7)}},
                            {"random_zoom": {"height_factor": exactly(-0.5)}}, conv)


RECORD = records.Record(
    __file__, "trajectories of moved images", {"keras": keras.__version__, "seed": golden.SEED},
    {"cases": lambda: [partial(keras_branches.trajectory, case) for case in cases()]},
    {"cases": slice(None, None, 4)}, keras_layers.compare)


if __name__ == "__main__":
    RECORD.main(__doc__)
