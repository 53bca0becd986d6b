/// The names that other libraries have for members of catalogues, by what the catalogue is of.
enum OtherLibraries {
  /// The members that go by another name there.
  static let names: [String: [String: String]] = [
    "layer": [
      "linear": "dense", "fully_connected": "dense", "fc": "dense", "maxpool2d": "max_pooling2d",
      "avgpool2d": "average_pooling2d", "batchnorm": "batch_normalization",
      "batchnorm2d": "batch_normalization", "layernorm": "layer_normalization", "rnn": "simple_rnn",
      "simplernn": "simple_rnn", "timedistributed": "time_distributed",
      "skip_connection": "residual", "skip": "residual", "resnet_block": "residual",
      "randomflip": "random_flip", "randomhorizontalflip": "random_flip",
      "randomtranslation": "random_translation", "randomrotation": "random_rotation",
      "randomzoom": "random_zoom", "parametric_relu": "prelu",
    ],
    "method": ["bayes": "tpe", "bayesian": "tpe", "sobol": "halton"],
    "optimizer": ["rms_prop": "rmsprop", "gradient_descent": "sgd"],
    "schedule": [
      "cosineannealinglr": "cosine_decay", "cosineannealingwarmrestarts": "cosine_decay_restarts",
      "onecyclelr": "one_cycle",
    ],
    "metric": [
      "val_accuracy": "accuracy", "acc": "accuracy", "categorical_accuracy": "accuracy",
      "sparse_categorical_accuracy": "accuracy", "top_k": "top_k_categorical_accuracy",
      "top_k_accuracy": "top_k_categorical_accuracy",
      "sparse_top_k_categorical_accuracy": "top_k_categorical_accuracy", "f1": "f1_score",
      "fbeta": "fbeta_score", "balanced_accuracy_score": "balanced_accuracy", "auc": "roc_auc",
      "roc_auc_score": "roc_auc", "average_precision_score": "average_precision", "kappa": "cohen_kappa",
      "cohen_kappa_score": "cohen_kappa", "mcc": "matthews_corrcoef", "matthews": "matthews_corrcoef",
      "ece": "calibration_error", "expected_calibration_error": "calibration_error",
      "mae": "mean_absolute_error", "mse": "mean_squared_error", "rmse": "root_mean_squared_error",
      "mape": "mean_absolute_percentage_error", "r2": "r2_score",
    ],
    "activation": [
      "swish": "silu", "hard_swish": "hard_silu", "hardswish": "hard_silu", "hardsigmoid": "hard_sigmoid",
      "leakyrelu": "leaky_relu", "exp": "exponential", "logsoftmax": "log_softmax",
    ],
    "regularizer": ["l1l2": "l1_l2", "lasso": "l1", "ridge": "l2", "elastic_net": "l1_l2"],
    "constraint": ["maxnorm": "max_norm", "nonneg": "non_neg", "unitnorm": "unit_norm"],
    "initializer": [
      "kaiming_normal": "he_normal", "kaiming_uniform": "he_uniform", "xavier": "glorot_uniform",
      "xavier_uniform": "glorot_uniform", "xavier_normal": "glorot_normal", "normal": "random_normal",
      "uniform": "random_uniform", "trunc_normal": "truncated_normal", "eye": "identity",
    ],
    "loss": [
      "cross_entropy": "categorical_crossentropy", "crossentropy": "categorical_crossentropy",
      "crossentropyloss": "categorical_crossentropy", "log_loss": "categorical_crossentropy",
      "bce": "binary_crossentropy", "bceloss": "binary_crossentropy", "mse": "mean_squared_error",
      "mseloss": "mean_squared_error", "l2": "mean_squared_error",
      "mae": "mean_absolute_error", "l1": "mean_absolute_error", "l1loss": "mean_absolute_error",
      "mape": "mean_absolute_percentage_error", "msle": "mean_squared_logarithmic_error",
      "huberloss": "huber", "smooth_l1": "huber", "smoothl1loss": "huber", "logcosh": "log_cosh",
      "kld": "kl_divergence", "kldivloss": "kl_divergence", "poissonnllloss": "poisson",
      "focal_loss": "categorical_focal_crossentropy",
    ],
  ]

  /// The names without a counterpart, which are no misspellings of other members.
  static let unknownNames: [String: Set<String>] = [
    "layer": ["input"],
    "regularizer": ["orthogonal_regularizer"], "constraint": ["min_max_norm"],
    "optimizer": ["lamb", "adafactor", "ftrl", "muon", "lbfgs"],
  ]
}
