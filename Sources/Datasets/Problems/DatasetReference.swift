import Diagnostics

extension DatasetProblem {
  package static let reference: [ProblemReference] = files + idx + csv + downloads + bounds

  private static let bounds: [ProblemReference] = [
    ProblemReference(
      "TB-D-161", "A data file is not larger than allowed",
      "The limit is far above any usual file, and 64 MB with --untrusted. The file is not read."),
    ProblemReference(
      "TB-D-162", "A data file fits in memory",
      "The memory is computed from the file's size and header before anything is read or unpacked. The budget is "
        + "three quarters of what is free on the machine; --max-memory sets another."),
  ]

  private static let files: [ProblemReference] = [
    ProblemReference(
      "TB-D-101", "A data file exists",
      "Paths are relative to the notebook's folder, so that it can be moved together with its data."),
    ProblemReference(
      "TB-D-102", "A data file is not a folder", "Each option names a single file."),
    ProblemReference("TB-D-103", "A data file can be read", "`ls -l` shows its permissions."),
    ProblemReference(
      "TB-D-104", "A data file is not empty",
      "An empty file is usually what an interrupted download or export left."),
    ProblemReference(
      "TB-D-105", "Gzipped data is complete",
      "The file ends too early, as an interrupted copy does."),
    ProblemReference(
      "TB-D-106", "Gzipped data agrees with its checksum", "Bytes were changed after it was written."),
    ProblemReference(
      "TB-D-107", "A folder with MNIST has all four files",
      "Images and labels, for training and for tests. Missing files are not taken from another place."),
    ProblemReference(
      "TB-D-108", "The data folder exists",
      "It is given by --data-dir or TUNEBOOK_DATA. With a mistyped path, nothing is downloaded instead."),
    ProblemReference(
      "TB-D-109", "A data file is a regular file",
      "Pipes and devices can be read only once, and may have no end."),
    ProblemReference(
      "TB-D-110", "A notebook reads files of its own folder",
      "A notebook from someone else must not show other files of the person who runs it. Allow more folders on the "
        + "command line, with --data-dir or --allow-path. Links that lead to other places are not followed."),
  ]

  private static let idx: [ProblemReference] = [
    ProblemReference(
      "TB-D-111", "An IDX file begins with the number of its kind",
      "Images have 0x00000803, labels 0x00000801: that tells the two apart."),
    ProblemReference(
      "TB-D-112", "An IDX file is as long as its header says", "One that is shorter was cut off."),
    ProblemReference(
      "TB-D-113", "An IDX file ends where its header says",
      "One that is longer is of another format, or two in one."),
    ProblemReference(
      "TB-D-114", "The header of an IDX file gives a size that memory holds",
      "A damaged header may ask for any amount of memory, so it is checked before memory is reserved."),
    ProblemReference(
      "TB-D-115", "There is a label for each image", "Labels belong to images by their order."),
    ProblemReference(
      "TB-D-116", "Labels are numbers of classes",
      "They are counted from 0. The number of classes is that of `class_names`, or else of the training labels."
    ),
    ProblemReference(
      "TB-D-117", "Test samples have the shape of training samples", "A model takes samples of one shape."),
    ProblemReference(
      "TB-D-118", "Test images come with test labels",
      "One without the other can neither be evaluated nor validated on."),
    ProblemReference(
      "TB-D-119", "An IDX file holds samples", "A dimension of 0 leaves nothing to learn from."),
    ProblemReference(
      "TB-D-120", "Each class has a name",
      "Tables and charts show classes by their names. Without `class_names` these are the numbers of the labels."
    ),
  ]

  private static let csv: [ProblemReference] = [
    ProblemReference(
      "TB-D-121", "A CSV file is UTF-8",
      "Spreadsheets often export in an older encoding; `iconv -f LATIN1 -t UTF-8` converts it."),
    ProblemReference(
      "TB-D-122", "Each row has as many fields as the first",
      "Usually a field contains the delimiter and is not quoted, or the file has another delimiter."),
    ProblemReference(
      "TB-D-123", "All columns but that of the classes are numbers",
      "Networks compute with numbers. Convert text to numbers before the notebook reads the file."),
    ProblemReference(
      "TB-D-124", "Each row has a class",
      "A network cannot learn from a sample without one. It is neither guessed nor left out."),
    ProblemReference(
      "TB-D-125", "A quoted field ends with a quote",
      "Without it, the rest of the file would be one field."),
    ProblemReference(
      "TB-D-126", "Quotes enclose a whole field",
      "Within a quoted field a quote is written twice: \"5\"\" disk\"."),
    ProblemReference(
      "TB-D-127", "A column that is named is in the first row",
      "Names are compared exactly, spaces and capitals included."),
    ProblemReference(
      "TB-D-128", "Columns have different names", "`label` and plots find a column by its name."),
    ProblemReference(
      "TB-D-129", "Without a header columns are numbered", "The first is 1, as spreadsheets count."),
    ProblemReference(
      "TB-D-130", "There is a column to learn from",
      "A single column usually means that the file has another delimiter; set it with `delimiter`."),
    ProblemReference("TB-D-131", "A CSV file has rows", "A header alone has no samples."),
    ProblemReference(
      "TB-D-132", "A table has classes or numbers to predict",
      "`label: species` makes classes of a column, `target: price` numbers; a network learns one of the two."),
    ProblemReference(
      "TB-D-133", "A delimiter is one character", "A quote has another meaning; a tab is written \"\\t\"."),
    ProblemReference(
      "TB-D-134", "A CSV file is text",
      "A zero byte is found in UTF-16 and in spreadsheets' own formats; export the table as CSV in UTF-8."),
    ProblemReference(
      "TB-D-135", "A CSV file is not gzipped", "Only IDX files may be gzipped, as those of MNIST are."),
    ProblemReference(
      "TB-D-136", "Numbers fit into 32 bits",
      "Networks compute in them; a number beyond 3.4e38 would be infinite and spoil every sum it enters."),
    ProblemReference(
      "TB-D-137", "A row of a CSV file has 65,536 fields at most",
      "A longer row usually means a wrong `delimiter`, or a file that is not a table."),
    ProblemReference(
      "TB-D-138", "A field of a CSV file has 4,096 bytes at most",
      "Fields hold numbers and the names of classes and columns. A longer one usually means a wrong `delimiter`, "
        + "or a missing quote."),
    ProblemReference(
      "TB-D-139", "A column of classes has 65,536 different ones at most",
      "Each class takes an output of the network. A column in which nearly every row differs is a number to predict, "
        + "which `target` names, or an identifier, which has nothing to teach."),
  ]

  private static let downloads: [ProblemReference] = [
    ProblemReference(
      "TB-D-141", "A data set is here where nothing may be downloaded",
      "TUNEBOOK_OFFLINE is set. With `fallback: digits` the notebook runs on drawn digits, and its page says so."
    ),
    ProblemReference(
      "TB-D-142", "A data set can be downloaded",
      "Each mirror was tried in turn; the message gives the reasons. Files with another digest are not used."
    ),
    ProblemReference(
      "TB-D-143", "A download can be kept",
      "It goes to the user's cache folder, once for all notebooks."),
    ProblemReference(
      "TB-D-144", "Loading was not interrupted",
      "Incomplete data is not used. The next run loads it again."),
    ProblemReference(
      "TB-D-151", "A split leaves samples in both parts",
      "A small share of few samples is less than one sample."),
    ProblemReference(
      "TB-D-152", "Test samples are set apart once",
      "MNIST and drawn digits have their own, which are the same for everyone; IDX files may."),
  ]
}
