import ArgumentParser

/// The `--overwrite` option of the commands that write files with given names.
struct OverwriteOption: ParsableArguments {
  @Flag(
    name: .customLong("overwrite"),
    help: "Replace existing files even if tunebook did not write them.")
  var isOn = false
}
