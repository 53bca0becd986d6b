extension NotebookTemplate {
  static func tuning(title: String) -> String {
    #"""
    ---
    title: "\#(title)"
    description: A small network learns to read digits, in three runs that differ in one option each.
    params:
      rounds: {default: 6, min: 1, max: 100, help: How often each run goes over its images.}
    ---

    This notebook tunes a small network in steps. Each run differs from the one before it in a single option, so
    that we know what caused a change in the result. The blocks between three backticks are **cells**: they say what
    to load, build and train. All other text is yours. The last section says what to change first.

    ## The data

    The digits are drawn in process, so nothing has to be downloaded. With `dataset: mnist` in place of
    `dataset: digits`, the network learns from real handwriting.

    ```{load} digits
    dataset: digits
    scale: 1/255            # pixels from 0 to 255 become numbers from 0 to 1
    limit: 3000             # images to learn from; without this line, all 60,000
    test_limit: 1000
    ```

    ```{show}
    data: digits
    what: images
    count: 10
    caption: The first ten images, and what they show.
    ```

    ## The network

    Each image is laid out as one row of numbers. Thirty hidden units read it, and ten units answer, one for each
    digit.

    ```{model} net
    layers:
      - flatten
      - dense: {units: 30, activation: relu}
      - dense: {units: 10, activation: softmax}
    ```

    ## A careful start

    The learning rate says how far a training step moves the weights. A fifth of the training images are held back:
    the network does not learn from them, and each run is judged by its accuracy on them.

    ```{fit} careful
    model: net
    data: digits
    optimizer: {sgd: {learning_rate: 0.001}}
    metrics: [accuracy]
    validation_split: 0.2
    epochs: ${rounds}       # a parameter, declared at the top
    ```

    With steps this small, the network reaches {value}`careful.val_accuracy | percent(1)` on the held-back images
    after {value}`params.rounds` rounds.

    ## Ten times as far

    `from` inherits every option of another cell. Only what you write below it is different.

    ```{fit} faster
    from: careful
    optimizer: {sgd: {learning_rate: 0.01}}
    ```

    That gives {value}`faster.val_accuracy | percent(1)`, which is
    {value}`faster.val_accuracy - careful.val_accuracy | points(1)` more.

    ## And ten times more

    ```{fit} fastest
    from: faster
    optimizer: {sgd: {learning_rate: 0.1}}
    ```

    Now it is {value}`fastest.val_accuracy | percent(1)`. Is a still larger rate better? The last section
    tells you how to find out.

    ## Side by side

    ```{plot} curves
    fits: [careful, faster, fastest]
    metrics: [accuracy]
    caption: Accuracy on the held-back images after each round.
    ```

    ```{compare} table
    fits: [careful, faster, fastest]
    caption: What was changed, and the result.
    ```

    ## The chosen network

    The test images took no part in any choice, so the last word is theirs.

    ```{evaluate} report
    fit: fastest
    data: digits
    caption: "The network gets {value}`report.accuracy | percent(1)` of {value}`report.count | integer` test images right."
    ```

    ## What this notebook claims

    Claims are checked on every run. If one is false, the page says so, and the run fails.

    ```{expect}
    - fastest.val_accuracy > careful.val_accuracy
    - report.accuracy > 80%
    ```

    ## What to change first

    Keep `tunebook preview` running on this file: each time you save, the page is updated, and only what changed is
    computed again.

    1. Change `rounds` at the top from 6 to 12. Does the careful run catch up?
    2. Copy the cell `fastest`, name the copy `extreme`, and give it `from: fastest` and a learning rate of 1. Add
       `extreme` to the `fits` of the plot and of the table.
    3. Give the model `net` another layer, or more units: `dense: {units: 100, activation: relu}`.
    4. Write `seeds: 3` in the cell `careful`: each run is then repeated with other random numbers, and its curve
       becomes a band.
    5. Misspell an option, and read what the check says.

    """#
  }
}
