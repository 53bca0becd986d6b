"""Records of what other libraries give, for the engine to be held against.

    python records.py check     makes samples of all records anew and compares them with what is kept

Each script beside this file holds one record, and takes `write` or `check` itself.
"""

import importlib
import json
import pathlib
import sys

SCRIPTS = ["keras_golden", "keras_layers", "keras_functions", "keras_optimizers", "keras_recurrent", "keras_branches",
           "keras_augmentation", "keras_penalties", "keras_aims", "keras_rates", "sklearn_golden", "sklearn_metrics"]


def made(case):
    return case() if callable(case) else case


class Record:
    """A JSON file with the versions of libraries, and lists of named cases.

    `lists` maps the name of a list to a function that returns its cases, or functions that make them where that takes
    long; `samples` maps it to the slice of those that are made anew to be compared. `head` begins with the library's
    name and version.
    """

    def __init__(self, script, title, head, lists, samples, compare, file=None):
        self.file = pathlib.Path(script).with_suffix(".json").with_name(file or f"{pathlib.Path(script).stem}.json")
        self.title, self.head, self.lists, self.samples, self.compare = title, head, lists, samples, compare
        self.library = next(iter(head))

    def write(self):
        lines = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in self.head.items()]
        for name, cases in self.lists.items():
            lines.append(f"{json.dumps(name)}: [\n" + ",\n".join(json.dumps(made(case)) for case in cases()) + "\n]")
        self.file.write_text("{\n" + ",\n".join(lines) + "\n}\n")
        print(f"wrote {self.file.name} with {self.library} {self.head[self.library]}")

    def check(self):
        kept = json.loads(self.file.read_text())
        count = 0
        for name, sample in self.samples.items():
            others = {case["name"]: case for case in kept[name]}
            for case in list(self.lists[name]())[sample]:
                case = made(case)
                self.compare(case, others[case["name"]])
                count += 1
        print(f"{count} {self.title} of {self.library} {self.head[self.library]} are as kept from {kept[self.library]}")

    def main(self, usage):
        if sys.argv[1:] not in (["write"], ["check"]):
            sys.exit(usage)
        getattr(self, sys.argv[1])()


if __name__ == "__main__":
    if sys.argv[1:] != ["check"]:
        sys.exit(__doc__)
    for script in SCRIPTS:
        importlib.import_module(script).RECORD.check()
