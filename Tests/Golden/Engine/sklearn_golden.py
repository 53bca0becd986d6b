"""Golden classification reports from real scikit-learn.

    python sklearn_golden.py write     makes sklearn.json beside this file anew
    python sklearn_golden.py check     makes all of it anew and compares it with sklearn.json

Needs scikit-learn and numpy.
"""

import json
import pathlib
import sys

import numpy as np
import sklearn
from sklearn.metrics import accuracy_score, confusion_matrix, precision_recall_fscore_support

FILE = pathlib.Path(__file__).with_name("sklearn.json")


def report(name, truth, predicted, classes):
    labels = list(range(classes))

    def scores(average):
        values = precision_recall_fscore_support(
            truth, predicted, labels=labels, average=average, zero_division=0)
        return [value.tolist() if average is None else value for value in values[:3]]

    precision, recall, f1 = scores(None)
    return {
        "name": name, "classes": classes, "truth": list(map(int, truth)), "predicted": list(map(int, predicted)),
        "confusion": confusion_matrix(truth, predicted, labels=labels).tolist(),
        "accuracy": accuracy_score(truth, predicted), "precision": precision, "recall": recall, "f1": f1,
        "macro": scores("macro"), "weighted": scores("weighted"),
    }


def reports():
    random = np.random.default_rng(7)
    yield report("all right", [0, 1, 2, 1], [0, 1, 2, 1], 3)
    yield report("all wrong", [0, 1, 2, 1], [1, 2, 0, 0], 3)
    yield report("one answer for everything", random.integers(0, 10, 200), [1] * 200, 10)
    yield report("a class that is never there", [0, 0, 2, 2], [0, 1, 2, 2], 3)
    yield report("a class that is never answered", [0, 1, 2, 2], [0, 0, 2, 0], 3)
    yield report("a class that is neither", [0, 1, 1], [0, 1, 0], 4)
    yield report("a single sample", [1], [0], 2)
    truth = random.choice(3, 120, p=[0.9, 0.08, 0.02])
    yield report("rare classes", truth, random.choice(3, 120, p=[0.8, 0.15, 0.05]), 3)
    truth = random.integers(0, 10, 300)
    predicted = np.where(random.random(300) < 0.7, truth, random.integers(0, 10, 300))
    yield report("ten classes, mostly right", truth, predicted, 10)


def main(verb):
    made = list(reports())
    if verb == "write":
        rows = ",\n".join(map(json.dumps, made))
        FILE.write_text(f'{{\n"sklearn": "{sklearn.__version__}",\n"reports": [\n{rows}\n]\n}}\n')
        print(f"wrote {len(made)} reports of scikit-learn {sklearn.__version__}")
        return
    kept = json.loads(FILE.read_text())
    for one, other in zip(made, kept["reports"], strict=True):
        for key in one:
            if key == "name":
                assert one[key] == other[key]
            else:
                np.testing.assert_allclose(one[key], other[key], rtol=1e-12, err_msg=f"{one['name']}: {key}")
    print(f"{len(made)} reports of scikit-learn {sklearn.__version__} are as kept from {kept['sklearn']}")


if __name__ == "__main__":
    if sys.argv[1:] not in (["write"], ["check"]):
        sys.exit(__doc__)
    main(sys.argv[1])
