extension NotebookTemplate {
  static func tuning(title: String) -> String {
    #"""
    ---
    title: "\#(title)"
    description: A small network learns to read digits, in three trainings that differ in one thing each.
    params:
      rounds: {default: 6, min: 1, max: 100, help: How often each training goes over its images.}
    ---

    This notebook tunes a small network in steps. Each training differs from the one before it in a single
    option, so that whatever changes in the result was caused by that option. Change an option, run the notebook
    again, and look at what became of the page.

    ## The data

    The digits are drawn in process, so that nothing has to be downloaded. With `dataset: mnist` in place of
    `dataset: digits`, the network learns from real handwriting.

    ```{load} digits
    dataset: digits
    scale: 1/255            # pixels from 0 to 255 become numbers from 0 to 1
    limit: 3000             # so many images to learn from; without this line, all 60,000
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

    The learning rate says how far a step of training moves the weights. A fifth of the images to learn from are
    held back: the accuracy on those, which the network does not learn from, is what each training is judged by.

    ```{fit} careful
    model: net
    data: digits
    optimizer: {sgd: {learning_rate: 0.001}}
    metrics: [accuracy]
    validation_split: 0.2
    epochs: ${rounds}       # a parameter, declared at the top
    ```

    With steps this small, {value}`params.rounds` rounds bring the network to
    {value}`careful.val_accuracy | percent(1)` of the images held back.

    ## Ten times as far

    `from` takes over every option of another training. Only what is written below is another.

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

    Now it is {value}`fastest.val_accuracy | percent(1)`. Would another step of ten be better still? Add a
    training below this one, and see.

    ## Side by side

    ```{plot} curves
    fits: [careful, faster, fastest]
    metrics: [accuracy]
    caption: Accuracy on the images held back, after each round.
    ```

    ```{compare} table
    fits: [careful, faster, fastest]
    caption: What was set differently, and what came of it.
    ```

    ## The chosen network

    The test images took no part in any choice, so the last word is theirs.

    ```{evaluate} report
    fit: fastest
    data: digits
    caption: "The network reads {value}`report.accuracy | percent(1)` of {value}`report.count | integer` test images."
    ```

    ## What this notebook claims

    Claims are checked on every run. Where one is false, the page says so, and the run fails.

    ```{expect}
    - fastest.val_accuracy > careful.val_accuracy
    - report.accuracy > 80%
    ```

    """#
  }
}
