"""Three epochs of real Keras with images that are moved in a known way, for the engine to be held against.

    python keras_augmentation.py write     makes keras_augmentation.json beside this file anew
    python keras_augmentation.py check     makes a sample anew and compares it with keras_augmentation.json

Ranges that consist of one number leave nothing to chance, so that Keras and the engine move images alike.
"""

import json
import pathlib
import sys

import keras_golden as golden
import keras
import keras_branches
import keras_layers

FILE = pathlib.Path(__file__).with_name("keras_augmentation.json")


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


def main(verb):
    if verb == "write":
        lines = ",\n".join(json.dumps(keras_branches.trajectory(case)) for case in cases())
        FILE.write_text(f'{{\n"keras": "{keras.__version__}",\n"seed": {golden.SEED},\n"cases": [\n{lines}\n]\n}}\n')
        return
    kept = json.loads(FILE.read_text())
    sample = list(cases())[::4]
    for made in map(keras_branches.trajectory, sample):
        keras_layers.compare(made, next(case for case in kept["cases"] if case["name"] == made["name"]))
    print(f"{len(sample)} trajectories of moved images of Keras {keras.__version__} are as kept from {kept['keras']}")


if __name__ == "__main__":
    if sys.argv[1:] not in (["write"], ["check"]):
        sys.exit(__doc__)
    main(sys.argv[1])
