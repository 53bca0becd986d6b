import Datasets
import Diagnostics
import Engine
import NotebookSyntax
import Options
import WeightFiles

/// The reference entries for the codes of a notebook's text, plan and run.
package enum ProblemReferences {
  package static let all: [ProblemReference] = [
    SyntaxProblem.references, YAMLProblem.references, FormulaProblem.references,
    FrontMatterProblem.references, ParameterDeclarationProblem.references, ParameterFileProblem.references,
    NotebookFileProblem.references, OptionProblem.references, SubstitutionProblem.references,
    ParameterProblem.references, PlanProblem.references, MentionProblem.references,
    PictureProblem.references,
    FitCallbackProblem.references, FitAimProblem.references, LearningRateFinderProblem.references,
    SweepProblem.references,
    ExpressionProblem.references, Practice.allCases.map(\.reference), [NeedlessAllowance.reference],
    RunProblem.references, EvaluationProblem.references, PlotProblem.references, ChartProblem.references,
    TimeProblem.references, MemoryProblem.references,
    StoreProblem.references, StoreKeyProblem.references, CacheProblem.references, ModelProblem.references,
    LayerListProblem.references,
    TrainingProblem.references, WeightsProblem.references, InstructionSetProblem.references,
    DatasetProblem.references, WeightFileProblem.references,
  ].flatMap(\.self)

  /// The cells before examples that are not notebooks of their own.
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
    "This follows the cells `digits`, `net` and `fast`: data, a model for it and a fit."
}

extension NotebookExample {
  package var notebook: String { isWhole ? text : ProblemReferences.cells + text + "\n" }
}
