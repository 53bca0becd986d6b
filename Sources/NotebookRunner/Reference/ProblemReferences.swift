import Datasets
import Diagnostics
import Engine
import NotebookSyntax
import Options
import WeightFiles

/// What the reference says of the codes of a notebook's text, plan and run.
package enum ProblemReferences {
  package static let all: [ProblemReference] = [
    SyntaxProblem.reference, YAMLProblem.reference, FormulaProblem.reference,
    FrontMatterProblem.reference, ParameterDeclarationProblem.reference,
    ParameterFileProblem.reference, NotebookFileProblem.reference,
    OptionProblem.reference, SubstitutionProblem.reference, ParameterProblem.reference,
    PlanProblem.reference, MentionProblem.reference, ExpressionProblem.reference, Practice.reference,
    Practice.dataReference,
    RunProblem.reference, EvaluationProblem.reference, TimeProblem.reference, MemoryProblem.reference,
    StoreProblem.reference, StoreKeyProblem.reference,
    ModelProblem.reference, LayerListProblem.reference, TrainingProblem.reference, WeightsProblem.reference,
    InstructionSetProblem.reference, DatasetProblem.reference, WeightFileProblem.reference,
  ].flatMap(\.self)

  /// What stands before examples that are no notebooks of their own.
  package static let cells = """
    ```{load} digits
    dataset: digits
    scale: 1/255
    limit: 200
    test_limit: 100
    ```

    ```{model} net
    layers:
      - flatten
      - dense: {units: 10, activation: softmax}
    ```

    ```{fit} fast
    model: net
    data: digits
    optimizer: {sgd: {learning_rate: 0.1}}
    metrics: [accuracy]
    validation_split: 0.1
    epochs: 3
    ```


    """

  package static let cellsInWords =
    "This goes on behind the cells `digits`, `net` and `fast`: data, a model for it and a fit."
}

extension NotebookExample {
  package var notebook: String { isWhole ? text : ProblemReferences.cells + text + "\n" }
}
