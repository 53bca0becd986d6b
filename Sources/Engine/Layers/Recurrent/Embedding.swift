import Options

/// A layer that looks up a trainable vector for each token id.
package struct Embedding: Layer {
  package static let name = "embedding"
  package static let abstract = "Gives each token id of a sequence a vector of numbers, which are trained."
  package static let exampleOptions: OptionValue = ["input_dim": 256, "output_dim": 4]
  package static var exampleLayers: [OptionValue] { ["flatten", writtenExample, "flatten", exampleOutput] }

  private let inputCount: Int
  private let outputCount: Int
  private let embeddings: WeightSettings

  package init(inputs: Int, outputs: Int, initializer: any Initializer = RandomUniform()) {
    inputCount = inputs
    outputCount = outputs
    embeddings = WeightSettings(initializer)
  }

  package init(_ options: inout OptionReader) {
    inputCount = options.read(
      "input_dim", .integer(.within(1...16_777_216)),
      help: "How many token ids there are: they run from 0 to one less than this.")
    outputCount = options.read(
      "output_dim", .integer(.within(1...65536)), help: "How many numbers stand for each token.")
    embeddings = options.readWeights("embeddings", for: "the vectors", initializer: "random_uniform")
  }

  package var tokenCount: Int? { inputCount }

  /// Takes samples of shape (steps), and returns (steps, outputs).
  package func outputShape(for input: [Int]) throws(ModelProblem) -> [Int] {
    guard input.count == 1 else { throw .embeddingNeedsRow(input) }
    return input + [outputCount]
  }

  package func variables(for input: [Int]) -> [VariableSpecification] {
    [embeddings.variable("embeddings", shape: [inputCount, outputCount])]
  }

  package func build(into network: inout NetworkBuilder) {
    network.append { EmbeddingOperation($0, inputs: inputCount, outputs: outputCount) }
  }

  package func addMemory(to memory: inout NetworkMemory) {
    memory.addParameter(shape: [inputCount, outputCount])
    memory.addOutput(shape: memory.shape + [outputCount])
  }
}
