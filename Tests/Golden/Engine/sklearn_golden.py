"""Golden classification reports and rankings by score from real scikit-learn.

    python sklearn_golden.py write     makes sklearn.json beside this file anew
    python sklearn_golden.py check     makes all of it anew and compares it with sklearn.json

Needs scikit-learn and numpy.
"""

import numpy as np
import records
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    accuracy_score, average_precision_score, confusion_matrix, precision_recall_fscore_support, roc_auc_score,
    roc_curve)


def report(name, truth, predicted, classes):
    labels = list(range(classes))

    def scores(average, labels=labels):
        values = precision_recall_fscore_support(
            truth, predicted, labels=labels, average=average, zero_division=0)
        return [value.tolist() if average is None else value for value in values[:3]]

    precision, recall, f1 = scores(None)
    return {
        "name": name, "classes": classes, "truth": list(map(int, truth)), "predicted": list(map(int, predicted)),
        "confusion": confusion_matrix(truth, predicted, labels=labels).tolist(),
        "accuracy": accuracy_score(truth, predicted), "precision": precision, "recall": recall, "f1": f1,
        "macro": scores("macro", labels=None), "weighted": scores("weighted"),
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


def ranking(name, truth, scores):
    truth = np.asarray(truth, dtype=bool)
    # As Float32, like the outputs of a network; exact in Double.
    scores = np.asarray(scores, dtype=np.float32).astype(np.float64)
    false_positive_rate, true_positive_rate, _ = roc_curve(truth, scores, drop_intermediate=False)
    shares, means = calibration_curve(truth, scores, n_bins=10)
    bins = np.searchsorted(np.linspace(0, 1, 11)[1:-1], scores)
    counts = np.bincount(bins, minlength=10)
    counts = counts[counts > 0]
    return {
        "name": name, "truth": truth.tolist(), "scores": scores.tolist(),
        "false_positive_rate": false_positive_rate[1:].tolist(),
        "true_positive_rate": true_positive_rate[1:].tolist(),
        "roc_auc": roc_auc_score(truth, scores), "average_precision": average_precision_score(truth, scores),
        "bin_counts": counts.tolist(), "bin_means": means.tolist(), "bin_shares": shares.tolist(),
        "expected_calibration_error": float(np.sum(counts * np.abs(shares - means)) / len(truth)),
    }


def rankings():
    random = np.random.default_rng(11)
    yield ranking("the documentation's", [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])
    yield ranking("in order", [0, 0, 1, 1, 1], [0, 0.2, 0.5, 0.9, 1])
    yield ranking("in reverse", [1, 1, 0], [0.05, 0.15, 0.95])
    yield ranking("all alike", [0, 1, 1, 0, 1], [0.5] * 5)
    yield ranking("at the edges of bins", [1, 0] * 11, np.repeat(np.arange(11) / 10, 2))
    truth = random.random(150) < 0.3
    yield ranking("many ties", truth, np.round(random.random(150), 1))
    truth = random.random(200) < 0.05
    yield ranking("rare", truth, np.clip(random.normal(0.2 + 0.3 * truth, 0.2), 0, 1))
    truth = random.random(200) < 0.5
    yield ranking("too sure", truth, 1 / (1 + np.exp(-8 * random.normal(truth - 0.5, 0.6))))


def compare(made, kept):
    for key in made.keys() - {"name"}:
        np.testing.assert_allclose(made[key], kept[key], rtol=1e-12, err_msg=f"{made['name']}: {key}")


RECORD = records.Record(
    __file__, "reports", {"sklearn": sklearn.__version__},
    {"reports": reports, "rankings": rankings},
    {"reports": slice(None), "rankings": slice(None)}, compare, file="sklearn.json")


if __name__ == "__main__":
    RECORD.main(__doc__)
