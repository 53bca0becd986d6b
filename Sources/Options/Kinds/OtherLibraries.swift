/// The names that other libraries have for members of catalogues, by what the catalogue is of.
enum OtherLibraries {
  /// The members that go by another name there.
  static let names: [String: [String: String]] = [
    "layer": [
      "linear": "dense", "fully_connected": "dense", "fc": "dense", "rnn": "simple_rnn",
      "simplernn": "simple_rnn", "timedistributed": "time_distributed",
    ],
    "metric": [
      "val_accuracy": "accuracy", "acc": "accuracy", "categorical_accuracy": "accuracy",
      "sparse_categorical_accuracy": "accuracy",
    ],
    "initializer": [
      "kaiming_normal": "he_normal", "kaiming_uniform": "he_uniform", "xavier": "glorot_uniform",
      "xavier_uniform": "glorot_uniform", "xavier_normal": "glorot_normal", "normal": "random_normal",
      "uniform": "random_uniform",
    ],
    "loss": [
      "sparse_categorical_crossentropy": "categorical_crossentropy",
      "cross_entropy": "categorical_crossentropy", "crossentropy": "categorical_crossentropy",
      "crossentropyloss": "categorical_crossentropy", "log_loss": "categorical_crossentropy",
      "bce": "binary_crossentropy", "bceloss": "binary_crossentropy", "mse": "mean_squared_error",
      "mseloss": "mean_squared_error", "l2": "mean_squared_error",
    ],
  ]

  /// The names without a counterpart, which are no misspellings of other members.
  static let unknownNames: [String: Set<String>] = [
    "layer": ["conv2d", "dropout", "batch_normalization", "input", "max_pooling2d"],
    "optimizer": ["adamw", "nadam", "adamax", "adagrad", "adadelta", "rmsprop", "lion", "lamb"],
  ]
}
