extension NotebookTemplate {
  static func csv(title: String, table: String) -> String {
    #"""
    ---
    title: "\#(title)"
    description: A small network tells three trees apart by their leaves, which were measured with a ruler.
    params:
      rounds: {default: 30, min: 1, max: 1000, help: How often training goes over the leaves.}
      units: {default: 8, min: 1, max: 200, help: Units of the hidden layer.}
    ---

    This notebook learns from a table. Each row of `\#(table)` is a leaf, with its length, its width, the length of
    its stalk, and the tree that it fell from. The measurements are invented; replace them with your own
    table, and name its column of classes as the `label`.

    ## The data

    The three lengths have different ranges. `standardize` brings each column to mean 0 and deviation 1, so that
    none outweighs the others just because its numbers are larger. A quarter of the leaves are set aside to test the
    network at the end.

    ```{load} leaves
    dataset: {csv: {path: \#(table), label: tree}}
    standardize: true
    test_split: 0.25
    ```

    ```{show}
    data: leaves
    what: class_counts
    caption: "{value}`leaves.training_count | integer` leaves to learn from, of {value}`leaves.classes | integer` trees."
    ```

    ## The network

    There are three numbers in, and three answers out, one for each tree.

    ```{model} net
    layers:
      - dense: {units: "${units}", activation: tanh}
      - dense: {units: 3, activation: softmax}
    ```

    ## Training

    A fifth of the training leaves are held back, to see how the network does on leaves that it has not seen.

    ```{fit} run
    model: net
    data: leaves
    optimizer: {sgd: {learning_rate: 0.1}}
    metrics: [accuracy]
    validation_split: 0.2
    epochs: ${rounds}
    batch_size: 16
    output: false           # the chart below shows its history
    ```

    ```{plot} curves
    fits: run
    caption: "After {value}`params.rounds` rounds, the network names the right tree for {value}`run.val_accuracy | percent(0)` of the held-back leaves."
    ```

    ## On the leaves set aside

    ```{evaluate} report
    fit: run
    data: leaves
    caption: "The network names the right tree for {value}`report.accuracy | percent(0)` of {value}`report.count | integer` leaves."
    ```

    ```{predict}
    fit: run
    data: leaves
    only: wrong
    caption: The leaves that it gives to another tree.
    ```

    ## What this notebook claims

    Claims are checked on every run. If one is false, the page says so, and the run fails.

    ```{expect}
    - run.val_accuracy > 75%
    - report.accuracy > 75%
    ```

    ## What to change first

    Put your own table in place of the file: name it as the `path`, its column of answers as the `label`, and give the
    last layer as many units as there are answers. If the answer is a number, write `target` in place of `label`, and end
    with `dense: 1` and `loss: mean_squared_error`.

    """#
  }
}
