import Diagnostics

extension YAMLProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-S-121", "YAML has no control characters",
      "They are invisible and mostly come with text that was pasted.",
      wrong: .fit("epochs: 6\u{7}"), right: .fit("epochs: 6")),
    ProblemReference(
      "TB-S-122", "YAML is indented with spaces",
      "How wide a tab is differs between editors, and the width says what belongs to what.",
      wrong: .fit("optimizer:\n\tsgd: 0.01"), right: .fit("optimizer:\n  sgd: 0.01")),
    ProblemReference(
      "TB-S-123", "Each key is given once",
      "One of two values would have to be passed over, and nobody could tell from the text which.",
      wrong: .fit("epochs: 6\nepochs: 8"), right: .fit("epochs: 8")),
    ProblemReference(
      "TB-S-124", "A value begins with none of YAML's reserved signs",
      "Anchors, aliases and tags let a value stand for something far away; what repeats is said with `from` and "
        + "`params`. Text that begins so is quoted.",
      wrong: .fit("caption: *Slow* it is."), right: .fit("caption: \"*Slow* it is.\"")),
    ProblemReference(
      "TB-S-125", "The body of a cell is one YAML document",
      "Three dashes begin another, for which there is no cell.",
      wrong: .fit("epochs: 6\n---\nbatch_size: 16"), right: .fit("epochs: 6\nbatch_size: 16")),
    ProblemReference(
      "TB-S-126", "A key is a name",
      "YAML allows lists and mappings as keys; no option is called so.",
      wrong: .fit("[epochs, batch_size]: 6"), right: .fit("epochs: 6\nbatch_size: 6")),
    ProblemReference(
      "TB-S-127", "A key stands before the colon",
      "A line that begins with a colon sets nothing.",
      wrong: .fit(": 6"), right: .fit("epochs: 6")),
    ProblemReference(
      "TB-S-128", "Quoted text ends with its quotation mark",
      "All that follows would be text, up to the end of the cell.",
      wrong: .fit("caption: \"Slow"), right: .fit("caption: \"Slow\"")),
    ProblemReference(
      "TB-S-129", "A bracket is closed",
      "What stands behind it would go on to belong to the list or the mapping.",
      wrong: .fit("optimizer: {sgd: 0.01"), right: .fit("optimizer: {sgd: 0.01}")),
    ProblemReference(
      "TB-S-130", "A comma stands between values in brackets",
      "Spaces alone do not part them, for text may have spaces.",
      wrong: .fit("optimizer: {sgd: {learning_rate: 0.01 momentum: 0.9}}"),
      right: .fit("optimizer: {sgd: {learning_rate: 0.01, momentum: 0.9}}")),
    ProblemReference(
      "TB-S-131", "Text with a colon and a space is quoted",
      "To YAML these two are the end of a key.",
      wrong: .fit("caption: Slow: a tenth of the rate"),
      right: .fit("caption: \"Slow: a tenth of the rate\"")),
    ProblemReference(
      "TB-S-132", "${…} is quoted between brackets",
      "There its braces would be a mapping's. On a line of its own, as in `epochs: ${rounds}`, it needs no quotes.",
      wrong: .fit("params: {rate: 0.01}\noptimizer: {sgd: ${rate}}"),
      right: .fit("params: {rate: 0.01}\noptimizer: {sgd: \"${rate}\"}")),
    ProblemReference(
      "TB-S-133", "A colon stands behind each key",
      "Without it the line is text that belongs to nothing.",
      wrong: .fit("epochs 6\nbatch_size: 16"), right: .fit("epochs: 6\nbatch_size: 16")),
    ProblemReference(
      "TB-S-134", "A backslash in double quotes begins an escape",
      "There are \\n, \\t, \\\", \\\\ and \\u with four digits, among others. Single quotes know no escapes.",
      wrong: .fit("caption: \"\\dots and so on\""), right: .fit("caption: '\\dots and so on'")),
    ProblemReference(
      "TB-S-135", "A list begins below its key, or in brackets",
      "A dash on the key's line would leave open what the next dash belongs to.",
      wrong: .fit("metrics: - accuracy"), right: .fit("metrics:\n  - accuracy")),
    ProblemReference(
      "TB-S-136", "What belongs together is indented alike",
      "Indentation is how YAML says which options are whose.",
      wrong: .fit("epochs: 6\n  batch_size: 16"), right: .fit("epochs: 6\nbatch_size: 16")),
    ProblemReference(
      "TB-S-137", "A value is followed by nothing",
      "The quotes or brackets have ended it, so that the rest would be lost.",
      wrong: .fit("caption: \"Slow\" it is"), right: .fit("caption: \"Slow it is\"")),
    ProblemReference(
      "TB-S-138", "YAML is not nested without end",
      "No option needs more than a few levels; the limit keeps a damaged file from using up all memory."),
    ProblemReference(
      "TB-S-139", "A body of options stays one",
      "A list among them would belong to no option.",
      wrong: .fit("epochs: 6\n- accuracy"), right: .fit("epochs: 6\nmetrics:\n  - accuracy")),
    ProblemReference(
      "TB-S-140", "A list stays one",
      "An option among its elements would belong to none of them.",
      wrong: .cell("{expect}", "- fast.epochs == 3\ncaption: Done"),
      right: .cell("{expect}", "- fast.epochs == 3")),
    ProblemReference(
      "TB-S-141", "Text that begins with {value} is quoted",
      "An opening brace begins a mapping.",
      wrong: .fit("caption: {value}`fast.epochs` epochs"),
      right: .fit("caption: \"{value}`fast.epochs` epochs\"")),
    ProblemReference(
      "TB-S-142", "A value stands between two commas",
      "Mostly there is a comma too many, and else an element was forgotten.",
      wrong: .fit("metrics: [, accuracy]"), right: .fit("metrics: [accuracy]")),
    ProblemReference(
      "TB-S-143", "A space stands behind the colon",
      "Without it YAML reads one word, as in the address `https://…`.",
      wrong: .fit("epochs:6\nbatch_size: 16"), right: .fit("epochs: 6\nbatch_size: 16")),
    ProblemReference(
      "TB-S-144", "YAML's own signs are those of ASCII",
      "Full-width colons and unusual spaces look alike, come with pasted text or an input method, and mean nothing.",
      wrong: .fit("epochs： 6"), right: .fit("epochs: 6")),
    ProblemReference(
      "TB-S-145", "No bracket is closed that was not opened",
      "Either one too many was written, or one is missing before.",
      wrong: .fit("optimizer: {sgd: 0.01}}"), right: .fit("optimizer: {sgd: 0.01}")),
    ProblemReference(
      "TB-S-146", "A quotation mark within its own kind is escaped",
      "It would end the text too early. Text that needs no quotes may have any within.",
      wrong: .fit("caption: 'It's slow'"), right: .fit("caption: 'It''s slow'")),
    ProblemReference(
      "TB-S-147", "The first line is indented as those below it",
      "Options that belong together begin at one column.",
      wrong: .cell("{evaluate}", " fit: fast\nsplit: train"),
      right: .cell("{evaluate}", "fit: fast\nsplit: train")),
    ProblemReference(
      "TB-S-148", "The items of a list begin at one column",
      "A dash that stands deeper goes on with the text of the item above, as a minus sign would.",
      wrong: .cell("{expect}", "- fast.epochs == 3\n - fast.loss > 0"),
      right: .cell("{expect}", "- fast.epochs == 3\n- fast.loss > 0")),
    ProblemReference(
      "TB-S-154", "A space stands between a dash and its item",
      "Without it the dash is part of a text, such as the sign of a number.",
      wrong: .cell("{expect}", "-fast.epochs == 3\n- fast.loss > 0"),
      right: .cell("{expect}", "- fast.epochs == 3\n- fast.loss > 0")),
    ProblemReference(
      "TB-S-149", "YAML can be parsed",
      "This is said of the few mistakes for which there is no better word, in those of the parser."),
  ]
}
