extension NotebookTemplate {
  static func compare(title: String) -> String {
    #"""
    ---
    title: "\#(title)"
    description: Three networks that differ in their activation function learn the same digits, side by side.
    params:
      rounds: {default: 6, min: 1, max: 100, help: How often each run goes over its images.}
      units: {default: 30, min: 1, max: 500, help: Units of each hidden layer.}
    ---

    This notebook puts three networks side by side. They have the same layers, see the same images in the same
    order, and differ in one thing: the activation function of their hidden layers.

    ## The data

    The digits are drawn in process, so nothing has to be downloaded.

    ```{load} digits
    dataset: digits
    scale: 1/255            # pixels from 0 to 255 become numbers from 0 to 1
    limit: 3000             # images to learn from; without this line, all 60,000
    test_limit: 1000
    ```

    ```{show}
    data: digits
    what: class_counts
    caption: How often each digit occurs.
    ```

    ## The networks

    The first network is written out in full. A model's own parameters are under its `params`; the other two models
    inherit it with `from`, and set another activation function there.

    ```{model} sigmoid_net
    params: {activation: sigmoid}
    layers:
      - flatten
      - repeat: 2
        layers:
          - dense: {units: "${units}", activation: "${activation}"}
      - dense: {units: 10, activation: softmax}
    caption: The network, which has {value}`sigmoid_net.parameters | integer` numbers to learn.
    ```

    ```{model} tanh_net
    from: sigmoid_net
    params: {activation: tanh}
    output: false           # the table above holds for it too
    ```

    ```{model} relu_net
    from: sigmoid_net
    params: {activation: relu}
    output: false
    ```

    ## Training

    A fifth of the training images are held back, and each network is judged by its accuracy on those.

    ```{fit} sigmoid
    model: sigmoid_net
    data: digits
    optimizer: {sgd: {learning_rate: 0.1}}
    metrics: [accuracy]
    validation_split: 0.2
    epochs: ${rounds}
    ```

    ```{fit} tanh
    from: sigmoid
    model: tanh_net
    ```

    ```{fit} relu
    from: sigmoid
    model: relu_net
    ```

    ## Side by side

    ```{plot} curves
    fits: [sigmoid, tanh, relu]
    caption: Accuracy and loss on the held-back images after each round.
    ```

    ```{compare} table
    fits: [sigmoid, tanh, relu]
    caption: What was changed, and the result.
    ```

    After {value}`params.rounds` rounds, the accuracy on the held-back images is
    {value}`sigmoid.val_accuracy | percent(1)` with the sigmoid function, {value}`tanh.val_accuracy | percent(1)` with
    tanh, and {value}`relu.val_accuracy | percent(1)` with ReLU. The sigmoid function is flat over most of its range,
    and where it is flat, little is learned from a mistake.

    ## On the test images

    ```{evaluate} report
    fit: relu
    data: digits
    caption: "The network with ReLU gets {value}`report.accuracy | percent(1)` of {value}`report.count | integer` test images right."
    ```

    ## What this notebook claims

    Claims are checked on every run. If one is false, the page says so, and the run fails.

    ```{expect}
    - relu.val_accuracy > sigmoid.val_accuracy
    - tanh.val_accuracy > sigmoid.val_accuracy
    - report.accuracy > 80%
    ```

    ## What to change first

    Change `units` at the top; copy one of the models, give the copy another name and another layer, and add a run with
    it to the figures; or write `seeds: 3` in the first run, to see how much of a difference is chance.

    """#
  }
}
