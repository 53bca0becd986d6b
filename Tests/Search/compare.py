#!/usr/bin/env python3
"""Compares the searches of `sweep` with those of Optuna on a table of stored fits.

    pip install optuna
    Tests/Search/compare.py .build/release/tunebook [digits|mnist] [20|100]

A grid of 640 small networks is trained for 27 epochs; that takes minutes and 2 GB in the folder for temporary files.
Both sides then look fits up in it, Tunebook through its own store: `method: tpe` for 50 trials of 27 epochs each, and
`tpe` with `hyperband` for 49 trials. Optuna's Hyperband goes on until it has spent as many epochs as Tunebook's. Of
20 or 100 repetitions, with seeds from 0, it prints the mean difference of the best validation accuracies in points,
Tunebook's minus Optuna's, with its 95 % interval by the paired t distribution, and fails if that reaches −0.2 or below.
Where a table has few good settings, 20 repetitions leave an interval that is wider than that.
"""

import json
import math
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import optuna

LEAST = -0.2
T_QUANTILES = {20: 2.093, 100: 1.984}
RUNGS = [1, 3, 9, 27]
TRIALS = {"tpe": 50, "hyperband": 49}
VALUES = {
    "learning_rate": [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0],
    "units": [4, 8, 16, 32],
    "batch_size": [16, 32, 64, 128],
    "momentum": [0.0, 0.5, 0.9, 0.98],
}

DATA_AND_MODEL = """
```{load} data
dataset: %s
scale: 1/255
validation: 3000
limit: 2000
```

```{model} net
params: {units: 16}
layers:
  - flatten
  - dense: {units: "${units}", activation: relu}
  - dense: {units: 10, activation: softmax}
```
"""

FIT = """
```{fit} base%d
model: net
data: data
optimizer: {sgd: {learning_rate: 0.1, momentum: 0.5}}
metrics: [accuracy]
validation_data: data
epochs: %d
eval: false
```
"""


def sweep(name, epochs, options):
    parameters = "".join(f"  {key}: {json.dumps(values)}\n" for key, values in VALUES.items())
    head = f"\n```{{sweep}} {name}\nfit: base{epochs}\nmetric: val_accuracy\n"
    return head + options + f"parameters:\n{parameters}```\n"


def searches(repetitions):
    for seed in range(repetitions):
        yield sweep(f"tpe_{seed}", RUNGS[-1], f"method: tpe\nseed: {seed}\ntrials: {TRIALS['tpe']}\n")
        hyperband = "early_terminate: {hyperband: {min_epochs: 1, eta: 3}}\n"
        options = f"method: tpe\nseed: {seed}\ntrials: {TRIALS['hyperband']}\n{hyperband}"
        yield sweep(f"hyperband_{seed}", RUNGS[-1], options)


def run(tunebook, folder, text):
    """Runs a notebook, and returns the results of its cells by name."""
    (folder / "search.md").write_text(text)
    command = [tunebook, "run", "search.md", "--store", "store", "--results", "results.json"]
    subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)
    cells = json.loads((folder / "results.json").read_text())["cells"]
    return {cell["name"]: cell["result"] for cell in cells if cell["directive"] == "sweep"}


def optuna_best(table, method, seed, budget):
    """Returns the best accuracy after all epochs, of so many trials or within so many epochs."""
    sampler = optuna.samplers.TPESampler(seed=seed)
    pruner = optuna.pruners.NopPruner()
    if method == "hyperband":
        pruner = optuna.pruners.HyperbandPruner(
            min_resource=RUNGS[0], max_resource=RUNGS[-1], reduction_factor=3)
    study = optuna.create_study(
        direction="maximize", sampler=sampler, pruner=pruner, study_name=f"{method}-{seed}")
    best, spent = 0.0, 0
    while spent < budget:
        trial = study.ask()
        # The places in the lists, so that Optuna knows their order as Tunebook does.
        places = [trial.suggest_int(key, 0, len(values) - 1) for key, values in VALUES.items()]
        accuracies = table[tuple(places)]
        rungs = RUNGS if method == "hyperband" else RUNGS[-1:]
        for epochs in rungs:
            value = accuracies[epochs]
            trial.report(value, epochs)
            if trial.should_prune():
                break
        spent += epochs
        if epochs == RUNGS[-1]:
            study.tell(trial, value)
            best = max(best, value)
        else:
            study.tell(trial, state=optuna.trial.TrialState.PRUNED)
    return best


def main():
    tunebook = str(Path(sys.argv[1]).resolve())
    repetitions = int(sys.argv[3]) if len(sys.argv) > 3 else 100
    notebook = "---\nseed: 5\n---\n" + DATA_AND_MODEL % (sys.argv[2] if len(sys.argv) > 2 else "digits")
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        for epochs in reversed(RUNGS):
            notebook += FIT % (epochs, epochs) + sweep(f"grid{epochs}", epochs, "method: grid\n")
            # One after the other: the shorter fits are the beginnings of the longer ones, which are stored by then.
            run(tunebook, Path(folder), notebook)
        results = run(tunebook, Path(folder), notebook + "".join(searches(repetitions)))
    table = {}
    for epochs in RUNGS:
        for trial in results[f"grid{epochs}"]["trials"]:
            places = tuple(values.index(trial["config"][key]) for key, values in VALUES.items())
            table.setdefault(places, {})[epochs] = 0.0 if trial["failed"] else trial["val_accuracy"]
    holds = True
    for method in TRIALS:
        ours = [results[f"{method}_{seed}"] for seed in range(repetitions)]
        theirs = [
            optuna_best(table, method, seed, own["epochs_trained"]) for seed, own in enumerate(ours)]
        pairs = [100 * (own["val_accuracy"] - other) for own, other in zip(ours, theirs)]
        mean, half = statistics.mean(pairs), T_QUANTILES[repetitions] * statistics.stdev(pairs) / math.sqrt(repetitions)
        holds = holds and mean - half > LEAST
        print(f"{method}: {mean:+.2f} points, from {mean - half:+.2f} to {mean + half:+.2f}")
    sys.exit(0 if holds else 1)


main()
