import Diagnostics

extension DatasetProblem {
  package static let reference: [ProblemReference] = files + idx + csv + downloads + bounds

  private static let bounds: [ProblemReference] = [
    ProblemReference(
      "TB-D-161", "A file of data is not larger than allowed",
      "The limit is far above any usual file, and 64 MB with --untrusted. The file is not read."),
    ProblemReference(
      "TB-D-162", "A file of data fits in memory",
      "The memory is computed from the file's size and header before anything is read or unpacked. The budget is "
        + "three quarters of what is free on the machine; --max-memory sets another."),
  ]

  private static let files: [ProblemReference] = [
    ProblemReference(
      "TB-D-101", "A file of data is there",
      "Paths are relative to the notebook's folder, so that it can be moved together with its data."),
    ProblemReference(
      "TB-D-102", "A file of data is no folder", "Each option names one file; a folder has several."),
    ProblemReference("TB-D-103", "A file of data can be read", "`ls -l` says who may."),
    ProblemReference(
      "TB-D-104", "A file of data is not empty",
      "Mostly a download or an export that broke off left it so."),
    ProblemReference(
      "TB-D-105", "Gzipped data is complete",
      "It ends before its own mark of the end, as a copy that broke off does."),
    ProblemReference(
      "TB-D-106", "Gzipped data agrees with its checksum", "Bytes were changed after it was written."),
    ProblemReference(
      "TB-D-107", "A folder with MNIST has all four files",
      "Images and labels, for training and for tests. Half of a data set is never completed from elsewhere."),
    ProblemReference(
      "TB-D-108", "The data folder is there",
      "It is given by --data-dir or TUNEBOOK_DATA; a mistyped one must not lead to a download."),
    ProblemReference(
      "TB-D-109", "A file of data is a regular one",
      "Pipes and devices can be read only once, and may have no end."),
    ProblemReference(
      "TB-D-110", "A notebook reads files of its own folder",
      "A notebook from elsewhere must not show what lies elsewhere on the machine of the person who runs it. Folders that "
        + "it may read besides are given on the command line, with --data-dir or --allow-path; links that lead to other "
        + "places are not followed."),
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
      "A damaged one may ask for any amount, which is refused before anything is reserved."),
    ProblemReference(
      "TB-D-115", "There is a label for each image", "Else it is open which label is whose."),
    ProblemReference(
      "TB-D-116", "Labels are numbers of classes",
      "They are counted from 0. How many classes there are, `class_names` says, or else the labels for training."
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
      "Mostly a field has the delimiter in it and no quotes around it, or the delimiter is another."),
    ProblemReference(
      "TB-D-123", "All columns but that of the classes are numbers",
      "Networks compute with numbers. How text becomes some is for the author to say, outside the notebook."),
    ProblemReference(
      "TB-D-124", "Each row has a class",
      "A sample without cannot be learned from; it is not guessed or left out."),
    ProblemReference(
      "TB-D-125", "A quoted field ends with a quote",
      "Else the rest of the file would be one field."),
    ProblemReference(
      "TB-D-126", "Quotes stand around a whole field",
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
      "A single column mostly means that another character stands between fields; `delimiter` says which."),
    ProblemReference("TB-D-131", "A CSV file has rows", "A header alone names columns and gives no samples."),
    ProblemReference(
      "TB-D-132", "A table has classes or numbers to predict",
      "`label: species` makes classes of a column, `target: price` numbers; a network learns one of the two."),
    ProblemReference(
      "TB-D-133", "A delimiter is one character", "A quote has another meaning; a tab is written \"\\t\"."),
    ProblemReference(
      "TB-D-134", "A CSV file is text",
      "A zero byte is found in UTF-16 and in spreadsheets' own formats; export the table as CSV in UTF-8."),
    ProblemReference(
      "TB-D-135", "A CSV file is not gzipped", "IDX files may be, for MNIST comes so."),
    ProblemReference(
      "TB-D-136", "Numbers fit into 32 bits",
      "Networks compute in them; a number beyond 3.4e38 would be infinite and spoil every sum it enters."),
    ProblemReference(
      "TB-D-137", "A row of a CSV file has 65,536 fields at most",
      "A row with more mostly comes of a wrong `delimiter`, or the file is no table."),
    ProblemReference(
      "TB-D-138", "A field of a CSV file has 4,096 bytes at most",
      "Fields hold numbers and the names of classes and columns. A longer one mostly comes of a wrong `delimiter`, or "
        + "of a quote that closes too late."),
    ProblemReference(
      "TB-D-139", "A column of classes has 65,536 different ones at most",
      "Each class takes an output of the network. A column in which nearly every row differs is a number to predict, "
        + "which `target` names, or an identifier, which has nothing to teach."),
  ]

  private static let downloads: [ProblemReference] = [
    ProblemReference(
      "TB-D-141", "A data set is here where nothing may be downloaded",
      "TUNEBOOK_OFFLINE is set. With `fallback: digits` the notebook runs all the same, and its page says on what."
    ),
    ProblemReference(
      "TB-D-142", "A data set can be downloaded",
      "Each mirror was tried in turn and the reasons stand in the message. Files with another digest are not used."
    ),
    ProblemReference(
      "TB-D-143", "A download can be kept",
      "It goes to the user's cache folder, once for all notebooks."),
    ProblemReference(
      "TB-D-144", "Loading was not interrupted",
      "What was not complete is not used; the next run tries again."),
    ProblemReference(
      "TB-D-151", "A split leaves samples in both parts", "Of few samples a small share is less than one."),
    ProblemReference(
      "TB-D-152", "Test samples are set apart once",
      "MNIST and drawn digits have their own, which are the same for everyone; IDX files may."),
  ]
}
