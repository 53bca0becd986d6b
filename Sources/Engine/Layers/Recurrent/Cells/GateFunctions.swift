import Options

/// The functions of a recurrent layer with gates.
package struct GateFunctions: Sendable {
  /// The function of the new state.
  package var activation: any Activation = Tanh()
  /// The function of the gates.
  package var recurrent: any Activation = Sigmoid()

  package init() {}

  init(_ options: inout OptionReader) {
    activation = options.read(
      "activation", .member(of: Activations.catalogue), default: "tanh",
      help: "The function applied to what is kept.")
    recurrent = options.read(
      "recurrent_activation", .member(of: Activations.catalogue), default: "sigmoid",
      help: "The function of the gates.")
  }

  /// A Boolean value that indicates whether they are the ones that have kernels.
  var areUsual: Bool { activation.name == Tanh.name && recurrent.name == Sigmoid.name }
}
