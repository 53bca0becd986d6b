"""Golden values of metrics from real scikit-learn.

    python sklearn_metrics.py write     makes sklearn_metrics.json beside this file anew
    python sklearn_metrics.py check     makes all of it anew and compares it with sklearn_metrics.json

Needs scikit-learn and numpy.
"""

import numpy as np
import records
import sklearn
from sklearn import metrics
from sklearn.calibration import calibration_curve


def named(**options):
    return [{"name": name, "value": option} for name, option in options.items()]


def value(metric, number, **options):
    return {"metric": metric, "options": named(**options), "value": float(number)}


def each_class(truth, predicted, labels):
    """The scores of all classes, not averaged."""
    options = {"labels": labels, "average": None, "zero_division": 0}
    scores = {"precision": metrics.precision_score, "recall": metrics.recall_score, "f1_score": metrics.f1_score}
    made = [{"metric": name, "options": named(average="none"), "values": score(truth, predicted, **options).tolist()}
            for name, score in scores.items()]
    made.append({"metric": "fbeta_score", "options": named(beta=2.0, average="none"),
                 "values": metrics.fbeta_score(truth, predicted, beta=2.0, **options).tolist()})
    return made


def area(score, average, truth, scores):
    """The average over the classes for which scikit-learn defines the score."""
    classes = [label for label in range(scores.shape[1]) if 0 < (truth == label).sum() < len(truth)]
    if average == "micro":
        return score(np.eye(scores.shape[1])[truth].ravel(), scores.ravel())
    weights = [(truth == label).sum() if average == "weighted" else 1 for label in classes]
    return np.average([score(truth == label, scores[:, label]) for label in classes], weights=weights)


def calibration(right, probability, bins):
    shares, means = calibration_curve(right, probability, n_bins=bins)
    places = np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], probability)
    counts = np.bincount(places, minlength=bins)
    counts = counts[counts > 0]
    return np.sum(counts * np.abs(shares - means)) / len(right)


def of_classes(name, truth, scores):
    """Scores of several classes, or of the second of two."""
    # As Float32, like the outputs of a network; exact in Double.
    scores = np.asarray(scores, np.float32).astype(np.float64)
    truth = np.asarray(truth)
    single = scores.shape[1] == 1
    made = []

    def each(metric, score, **options):
        for average in [None, "micro", "macro", "weighted"]:
            plain = "binary" if single else "macro"
            given = {"average": average} if average else {}
            made.append(value(metric, score(average or plain), **options, **given))

    def counted(predicted, **options):
        for metric in ["precision", "recall", "f1"]:
            score = getattr(metrics, metric + "_score")
            each("f1_score" if metric == "f1" else metric,
                 lambda average: score(truth, predicted, average=average, zero_division=0), **options)
        for beta in [0.5, 2.0]:
            each("fbeta_score", lambda average: metrics.fbeta_score(
                truth, predicted, beta=beta, average=average, zero_division=0), beta=beta, **options)

    predicted = (scores[:, 0] > 0.5).astype(int) if single else scores.argmax(1)
    counted(predicted)
    if single:
        counted((scores[:, 0] > np.float32(0.3)).astype(int), threshold=0.3)
    made.append(value("accuracy", metrics.accuracy_score(truth, predicted)))
    made.append(value("balanced_accuracy", metrics.balanced_accuracy_score(truth, predicted)))
    made.append(value("cohen_kappa", metrics.cohen_kappa_score(truth, predicted)))
    made.append(value("matthews_corrcoef", metrics.matthews_corrcoef(truth, predicted)))
    both = np.hstack([1 - scores, scores]).astype(np.float32).astype(np.float64) if single else scores
    for average in [None, "micro", "macro", "weighted"]:
        given = {"average": average} if average else {}
        for metric, score in [("roc_auc", metrics.roc_auc_score),
                              ("average_precision", metrics.average_precision_score)]:
            number = score(truth, scores[:, 0]) if single and not average else area(
                score, average or "macro", truth, both)
            made.append(value(metric, number, **given))
    labels = list(range(both.shape[1]))
    # Float32 probabilities add up to 1 in seven digits only.
    made.append(value("log_loss", metrics.log_loss(truth, both / both.sum(1, keepdims=True), labels=labels)))
    for bins in [10, 4]:
        right, probability = (truth, scores[:, 0]) if single else (truth == predicted, scores.max(1))
        made.append(value("calibration_error", calibration(right, probability, bins),
                          **({} if bins == 10 else {"bins": bins})))
    if not single and len(labels) > 2:
        for k in [1, 2]:
            made.append(value("top_k_categorical_accuracy",
                              metrics.top_k_accuracy_score(truth, scores, k=k, labels=labels), k=k))
    return {"name": name, "classes": both.shape[1], "truth": truth.tolist(), "outputs": scores.ravel().tolist(),
            "width": scores.shape[1], "values": made, "each_class": each_class(truth, predicted, labels)}


def of_numbers(name, targets, outputs):
    targets = np.asarray(targets, np.float32).astype(np.float64)
    outputs = np.asarray(outputs, np.float32).astype(np.float64)
    made = [
        value("mean_absolute_error", metrics.mean_absolute_error(targets, outputs)),
        value("mean_squared_error", metrics.mean_squared_error(targets, outputs)),
        value("root_mean_squared_error", np.sqrt(metrics.mean_squared_error(targets, outputs))),
        value("r2_score", metrics.r2_score(targets, outputs)),
    ]
    if np.all(targets != 0):
        made.append(value("mean_absolute_percentage_error",
                          100 * metrics.mean_absolute_percentage_error(targets, outputs)))
    return {"name": name, "targets": targets.ravel().tolist(), "outputs": outputs.ravel().tolist(),
            "width": targets.shape[1], "values": made}


def probabilities(random, count, classes, truth, strength):
    sums = random.normal(size=(count, classes)) + strength * np.eye(classes)[truth]
    powers = np.exp(sums)
    return powers / powers.sum(1, keepdims=True)


def cases():
    random = np.random.default_rng(5)
    truth = random.choice(5, 200, p=[0.4, 0.3, 0.15, 0.1, 0.05])
    yield of_classes("five classes", truth, probabilities(random, 200, 5, truth, 1.5))
    truth = random.choice(3, 60)
    yield of_classes("a class that is never there", truth, probabilities(random, 60, 4, truth, 1))
    truth = random.choice(2, 150, p=[0.8, 0.2])
    yield of_classes("one output", truth, 1 / (1 + np.exp(-random.normal(2 * truth - 1, 1)[:, None])))
    truth = random.choice(2, 80)
    yield of_classes("two outputs", truth, probabilities(random, 80, 2, truth, 1))
    targets = random.normal(3, 2, (150, 2))
    yield of_numbers("two numbers", targets, targets + random.normal(0, 0.7, (150, 2)))
    targets = random.normal(1e4, 1, (40, 1))
    yield of_numbers("far from zero", targets, targets + random.normal(0, 0.5, (40, 1)))
    yield of_numbers("all alike and off", np.ones((5, 1)), np.arange(5)[:, None])
    yield of_numbers("all alike and met", np.ones((5, 1)), np.ones((5, 1)))


def compare(made, kept):
    np.testing.assert_allclose([each["value"] for each in made["values"]],
                               [each["value"] for each in kept["values"]], rtol=1e-12, err_msg=made["name"])


RECORD = records.Record(
    __file__, "sets of metrics", {"sklearn": sklearn.__version__},
    {"cases": cases},
    {"cases": slice(None)}, compare)


if __name__ == "__main__":
    RECORD.main(__doc__)
