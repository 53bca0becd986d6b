import Diagnostics

extension WeightFileProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-W-101", "A file of weights ends in .safetensors or .npz",
      "The ending selects the format: most libraries read the first, NumPy the second."),
    ProblemReference(
      "TB-W-102", "A file of weights exists",
      "It is read before anything runs, unless a fit above saves it: then the fit that starts from it waits."),
    ProblemReference("TB-W-103", "A file of weights can be read", "`ls -l` shows its permissions."),
    ProblemReference(
      "TB-W-104", "A file of weights can be written",
      "A missing folder is not created, because its path may be mistyped."),
    ProblemReference(
      "TB-W-105", "A file of weights is not damaged",
      "Its header is checked against its bytes before any is used: a file from elsewhere may be damaged or contrived. "
        + "Weights are 32-bit floats, row by row, uncompressed."),
    ProblemReference(
      "TB-W-106", "A notebook reads and writes weights in its own folder",
      "A notebook from someone else must not read or overwrite other files of the person who runs it. Links that lead "
        + "out of the folder are not followed. Allow other folders on the command line, with --data-dir or "
        + "--allow-path."),
    ProblemReference(
      "TB-W-107", "Each fit saves to a file of its own",
      "Otherwise the fit that ends last would decide which weights remain."),
    ProblemReference(
      "TB-W-108", "Weights replace no file that tunebook did not write",
      "The files that it writes have a mark in their metadata. A file of the same name without the mark is only "
        + "replaced with --overwrite."),
    ProblemReference(
      "TB-W-109", "A fit does not save to the file that it starts from",
      "Each run would continue the last one, and the same notebook would not give the same results twice. Links "
        + "and other spellings of the path count as the same file."),
    ProblemReference(
      "TB-W-110", "A fit starts from weights that are saved above it",
      "Cells use what is computed above them. Weights that a fit further down saves are those of an earlier run."
    ),
    ProblemReference(
      "TB-W-111", "A fit that saves weights for another has a name",
      "The other fit waits for it by its name. `weights: my_fit` does without a file."),
  ]
}
