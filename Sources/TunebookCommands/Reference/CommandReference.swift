import Diagnostics

extension CommandProblem {
  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-C-201", "The command exists", "`tunebook --help` says what each does."),
    ProblemReference(
      "TB-C-202", "A command comes before the notebook",
      "Checking, planning and running are different wishes, and running may take long."),
    ProblemReference(
      "TB-C-203", "The data folder is there",
      "A mistyped one must not lead to a download of what is on this machine already."),
    ProblemReference(
      "TB-C-204", "The output has a name", "Mostly a variable of the shell was empty."),
    ProblemReference(
      "TB-C-205", "No file is in the place of a folder",
      "It is not replaced, since somebody may want to keep it."),
    ProblemReference(
      "TB-C-206", "No folder is in the place of a file", "It is not replaced, whatever is in it."),
    ProblemReference(
      "TB-C-207", "What a command makes can be written",
      "The message gives the system's reason. Pages are replaced as a whole, so that an old one is left intact."
    ),
    ProblemReference(
      "TB-C-208", "A notebook is named once", "Run twice it would give the same page, byte for byte."),
    ProblemReference(
      "TB-C-209", "Each notebook has a page of its own",
      "Pages are named after notebooks, and two of one name from different folders would overwrite each other."
    ),
    ProblemReference(
      "TB-C-210", "A page's name is one that the file system takes",
      "It has all parameters that were set, which may be too many or too long; 255 bytes is what most systems take."
    ),
    ProblemReference(
      "TB-C-211", "A file and standard output take one page", "Two in a row would be no document."),
    ProblemReference(
      "TB-C-212", "A file of results is of one notebook",
      "Its names are those of the notebook's cells, which may be the same in another."),
    ProblemReference(
      "TB-C-213", "A cell to be refreshed exists",
      "--refresh=name takes names of cells; without any it computes everything."),
    ProblemReference(
      "TB-C-214", "What is to be cleaned is a notebook or a folder",
      "Stored results lie beside notebooks, in .tunebook."),
    ProblemReference(
      "TB-C-215", "A run takes no longer than it may",
      "--max-time compares a forecast from earlier runs with the limit, and begins nothing that will not end in time."
    ),
    ProblemReference(
      "TB-C-216", "It is known how long a run takes",
      "With --max-time a run whose length cannot be foreseen is not begun; measured once, it is known."),
    ProblemReference(
      "TB-C-217", "A preview shows one notebook", "It runs whenever that is saved, and shows one page."),
    ProblemReference(
      "TB-C-218", "A preview's port is free",
      "Another program listens there, mostly another preview; ports below 1024 are the system's."),
    ProblemReference(
      "TB-C-241", "A page is one that browsers can show",
      "They become slow, or give up, beyond some 20 MB. What has no room is left out, and the page says so in its place."
    ),
    ProblemReference(
      "TB-C-251", "A folder that notebooks may reach exists",
      "A mistyped one would show only later, as a file that a notebook may not read."),
    ProblemReference(
      "TB-C-252", "Only files that tunebook wrote are replaced",
      "Pages, results and weights bear a mark by which they are known again. A file of the same name without the mark is "
        + "replaced only with --overwrite."),
  ]
}

extension NewNotebookProblem {
  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-C-219", "Cells to be refreshed follow an equals sign",
      "`--refresh` can be used without a cell, so that a word after it is a notebook."),
    ProblemReference(
      "TB-C-220", "A page is HTML",
      "A browser prints it to PDF. A folder may have any name; one that is not there yet, and is called like a file of "
        + "another kind, is hardly meant."),
    ProblemReference(
      "TB-C-221", "A new notebook has a name", "The path ends in a folder; the file's name is missing."),
    ProblemReference(
      "TB-C-222", "A notebook's name needs no quotes and no escapes",
      "Its page is named after it and is linked to, so signs with a meaning for shells and addresses are left out."
    ),
    ProblemReference(
      "TB-C-223", "A new notebook replaces none", "What is there may be somebody's work."),
  ]
}

extension ReferenceProblem {
  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-C-231", "A topic is one that the reference has",
      "Names of directives, data sets, layers and everything else in cells, and codes."),
    ProblemReference(
      "TB-C-232", "An option is asked for after its owner",
      "As in fit.optimizer: the same name may be an option of several."),
    ProblemReference(
      "TB-C-233", "A code is one that is given",
      "Codes keep their meaning; one that is no longer given is not used for anything else."),
    ProblemReference(
      "TB-C-234", "A schema is of a directive or of the front matter",
      "Layers, optimizers and the like are parts of the directives' schemas, under `$defs`."),
  ]
}
