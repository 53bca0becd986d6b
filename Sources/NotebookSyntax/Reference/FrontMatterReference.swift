import Diagnostics

extension FrontMatterProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-F-101", "Front matter is closed by three dashes",
      "A notebook whose first line is three dashes begins with it, and all would be part of it.",
      wrong: .whole("---\ntitle: Two rates\n"), right: .whole("---\ntitle: Two rates\n---\n\nProse.")),
    ProblemReference(
      "TB-F-108", "Front matter begins on the first line",
      "Further down its dashes are a thematic break, and its keys a heading.",
      wrong: .whole("\n---\ntitle: Two rates\n---\n\nProse."),
      right: .whole("---\ntitle: Two rates\n---\n\nProse.")),
    ProblemReference(
      "TB-F-109", "Front matter stands between lines of three dashes",
      "A line of two dashes, of four, or of plus signs is prose, and so are the keys below it.",
      wrong: .whole("--\ntitle: Two rates\n---\n\nProse."),
      right: .whole("---\ntitle: Two rates\n---\n\nProse.")),
    ProblemReference(
      "TB-F-102", "Front matter is keys with values",
      "It says what holds for the whole notebook: title, lang, seed, params.",
      wrong: .whole("---\n- Two rates\n---\n\nProse."),
      right: .whole("---\ntitle: Two rates\n---\n\nProse.")),
    ProblemReference(
      "TB-F-103", "A parameter's name can stand in expressions",
      "`params.learning-rate` would subtract, so names have small letters, digits and _ alone.",
      wrong: .whole("---\nparams: {learning-rate: 0.1}\n---\n\nProse."),
      right: .whole("---\nparams: {learning_rate: 0.1}\n---\n\nA rate of {value}`params.learning_rate`.")),
  ]
}

extension ParameterFileProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-C-111", "--params names a file",
      "A single file of YAML or JSON sets parameters, for all notebooks of the call."),
    ProblemReference(
      "TB-C-112", "A file of parameters sets one at least",
      "An empty one is taken for a mistake, such as a file that was not saved. Leave --params out to set none."
    ),
    ProblemReference(
      "TB-C-113", "A file of parameters is names with values",
      "As in a notebook's front matter below `params`, but for the declarations: `rounds: 10`, a line each."),
    ProblemReference(
      "TB-C-114", "A file of parameters is no larger than 1 MB",
      "It sets some names. A larger file was mostly named by mistake."),
  ]
}

extension NotebookFileProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-N-101", "The notebook is there",
      "Paths are relative to the folder in which the command is called."),
    ProblemReference(
      "TB-N-102", "A folder that is named holds notebooks",
      "All files of it that end in .md are taken, those in folders below are not."),
    ProblemReference(
      "TB-N-103", "The notebook can be read",
      "Mostly another user owns the file; `ls -l` says who."),
    ProblemReference(
      "TB-N-104", "A notebook is UTF-8, not UTF-16",
      "Some editors for Windows save text so under the name Unicode. `iconv -f UTF-16 -t UTF-8` converts it."),
    ProblemReference(
      "TB-N-105", "A notebook is UTF-8",
      "Older editors save in Latin-1 or Shift JIS; `iconv -f SHIFT_JIS -t UTF-8` converts the latter."),
    ProblemReference(
      "TB-N-106", "A notebook is not empty",
      "`tunebook new my-notebook` writes one to begin with."),
    ProblemReference(
      "TB-N-107", "A notebook's name ends in .md",
      "Editors and viewers then know it for Markdown, and a page that is given by mistake is not read as a notebook."
    ),
    ProblemReference(
      "TB-N-108", "A notebook is a regular file",
      "A pipe or a device can be read once, and places in it could not be shown."),
    ProblemReference(
      "TB-N-109", "A notebook is read from a file",
      "Its folder is where its data, its stored results and its weights are."),
    ProblemReference(
      "TB-N-110", "A notebook is no larger than allowed",
      "The limit is 10 MB, longer than any book, and 1 MB with --untrusted. It keeps a foreign file from taking the memory "
        + "and the time of the person who opens it. Data belongs in files of its own, which a `load` cell reads."
    ),
    ProblemReference(
      "TB-N-111", "A notebook that is found in a folder lies in it",
      "A folder from elsewhere could bring a link to a file of yours, which would then stand on a page. A notebook that "
        + "you name yourself may be a link, except with --untrusted."),
  ]
}
