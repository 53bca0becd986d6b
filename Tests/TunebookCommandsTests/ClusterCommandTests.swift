import Foundation
import TestSupport
import Testing
import TunebookCommands

/// `work` and `run --on slurm`, with programs in place of Slurm's.
@Suite struct ClusterCommandTests {
  /// Runs each task of an array at once, as a node would.
  private static let sbatch = """
    #!/bin/sh
    cat > script
    echo "$@" >> calls
    tasks=
    for option in "$@"; do
      case $option in
      --array=*) tasks=${option#--array=} ;;
      esac
    done
    for range in $(echo "${tasks%%%*}" | tr , ' '); do
      for task in $(seq "${range%-*}" "${range#*-}"); do
        SLURM_JOB_ID=7 SLURM_ARRAY_TASK_ID=$task sh script >> tasks.log 2>&1
      done
    done
    [ -n "$tasks" ] || sh script >> tasks.log 2>&1
    echo "7;cluster"

    """

  private func with(
    _ notebook: String = CommandLineTests.good.replacing("epochs: 2", with: "epochs: 2\nseeds: 3"),
    sbatch: String = Self.sbatch, squeue: String = "#!/bin/sh\n", _ check: (URL, [String]) throws -> Void
  ) throws {
    let folder = try CommandRun.folder(["it's.md": notebook, "data.csv": CommandLineTests.csv])
    defer { try? FileManager.default.removeItem(at: folder) }
    let programs = folder.appendingPathComponent("bin")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    let scripts = [
      "sbatch": sbatch, "squeue": squeue, "scancel": "#!/bin/sh\necho \"$@\" >> cancelled\n",
      "scontrol": "#!/bin/sh\necho 'MaxArraySize            = 2'\n",
    ]
    for (name, text) in scripts {
      let file = programs.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    try check(folder, [programs.path, "/usr/bin", "/bin"])
  }

  private func text(_ name: String, _ folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("A script runs one command, whose words reach no shell unquoted; tasks are listed in ranges.")
  func script() {
    #expect(
      Slurm.script(["/bin/tunebook", "work", "it's; $(rm -rf ~) `x`.md", "-P", "name=a b", ""])
        == "#!/bin/sh\nexec /bin/tunebook work 'it'\\''s; $(rm -rf ~) `x`.md' -P 'name=a b' ''\n")
    #expect(Slurm.list(of: [0, 1, 2, 5, 7, 8]) == "0-2,5,7-8")
    let name = Slurm("/home/me/My, Sweep*.md").name
    #expect(name.wholeMatch(of: /tunebook-mysweep-[0-9a-f]+/) != nil, "\(name)")
    #expect(name != Slurm("/home/you/My, Sweep*.md").name)
  }

  @Test("Tasks train their shares and render nothing; a run then trains nothing.")
  func work() throws {
    try with { folder, _ in
      for task in ["0", "1"] {
        let work = try CommandRun(["work", "it's.md", "--task", task, "--of", "2"], in: folder)
        #expect(work.status == 0 && work.errors.contains("is stored"), "\(work.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("Output").path))
      #expect(try CommandRun(["run", "it's.md"], in: folder).errors.contains("saved 6 epochs"))
      let unknown = try CommandRun(["work", "it's.md", "--cells", "rum"], in: folder)
      #expect(unknown.status == 2 && unknown.errors.contains("cells that train: run"), "\(unknown.errors)")
      #expect(try CommandRun(["work", "it's.md", "--task", "2", "--of", "2"], in: folder).status == 2)
    }
  }

  @Test("A run on Slurm submits what is missing, with the key's path alone, and renders the same page.")
  func slurm() throws {
    try with { folder, programs in
      #expect(try CommandRun(["run", "it's.md", "-o", "local", "--no-cache"], in: folder).status == 0)
      let arguments = [
        "run", "it's.md", "--on", "slurm", "--jobs", "9", "--slurm", "mem=4G", "--slurm", "exclusive",
      ]
      let run = try CommandRun(arguments, in: folder, programsIn: programs)
      #expect(run.status == 0 && run.errors.contains("job 7: 3 training runs in 2 tasks"), "\(run.errors)")
      let calls = try text("calls", folder)
      #expect(calls.contains("--array=0-1%9") && calls.contains("--signal=B:TERM@60 "), "\(calls)")
      #expect(calls.contains(" --mem=4G --exclusive\n"))
      let script = try text("script", folder)
      #expect(
        script.contains(" work 'it'\\''s.md' --store-key ") && script.contains("--cells run:0-2 --of 2"))
      #expect(try text("Output/it's.html", folder) == text("local/it's.html", folder))
      // Everything is stored now.
      #expect(try CommandRun(arguments, in: folder, programsIn: programs).status == 0)
      #expect(try text("calls", folder) == calls)
    }
  }

  @Test("Jobs that store nothing are submitted again as often as --retries says, and no more.")
  func retries() throws {
    try with(sbatch: "#!/bin/sh\necho \"$@\" >> calls\necho 7\n") { folder, programs in
      let run = try CommandRun(
        ["run", "it's.md", "--on", "slurm", "--retries", "1"], in: folder, programsIn: programs)
      #expect(run.status == 2 && run.errors.contains("ended 2 times in a row without"), "\(run.errors)")
      #expect(run.errors.contains(".tunebook-slurm"))
      #expect(try text("calls", folder).split(separator: "\n").count == 2)
    }
  }

  @Test("The queue is read as a number of tasks, and the reason why all of them wait.")
  func queue() {
    #expect(SlurmQueue("") == SlurmQueue("\n") && SlurmQueue("").count == 0)
    let waiting = SlurmQueue("PENDING Nodes required for job are DOWN, DRAINED\nPENDING Priority\n")
    #expect(waiting.count == 2 && waiting.obstacle == "Nodes required for job are DOWN, DRAINED")
    for text in [
      "RUNNING None\nPENDING JobArrayTaskLimit", "PENDING None", "PENDING Resources\nCOMPLETING None",
    ] {
      #expect(SlurmQueue(text).obstacle == nil, "\(text)")
    }
  }

  @Test("A run says what its tasks wait for, once.")
  func starved() throws {
    // The task is done when the queue has been looked at for some seconds.
    let sbatch = "#!/bin/sh\ncat > script\ndate +%s > submitted\necho 7\n"
    let squeue = """
      #!/bin/sh
      [ -f submitted ] || exit 0
      if [ $(($(date +%s) - $(cat submitted))) -lt 8 ]; then
        echo "PENDING Nodes required for job are DRAINED"
      else
        SLURM_JOB_ID=7 SLURM_ARRAY_TASK_ID=0 sh script >> tasks.log 2>&1
      fi

      """
    try with(CommandLineTests.good, sbatch: sbatch, squeue: squeue) { folder, programs in
      let run = try CommandRun(["run", "it's.md", "--on", "slurm"], in: folder, programsIn: programs)
      #expect(run.status == 0, "\(run.errors)")
      let words = "1 task waits in the queue of Slurm: Nodes required for job are DRAINED"
      #expect(run.errors.components(separatedBy: words).count == 2, "\(run.errors)")
    }
  }

  @Test("Tasks fill the cache that the run was given, and what is in the cache is not submitted.")
  func cache() throws {
    let server = try CacheServer()
    defer { server.close() }
    try with { folder, programs in
      let arguments = ["run", "it's.md", "--on", "slurm", "--cache", server.url.absoluteString]
      let online = ["TUNEBOOK_OFFLINE": "0"]
      let first = try CommandRun(
        arguments + ["-o", "first", "--cache-write"], in: folder, programsIn: programs, environment: online)
      #expect(first.status == 0 && server.objects.count == 3, "\(first.errors)")
      let script = try text("script", folder)
      #expect(script.contains("--cache \(server.url.absoluteString) --cache-write"), "\(script)")
      let calls = try text("calls", folder)
      let second = try CommandRun(
        arguments + ["-o", "second", "--trust-cache", "--store", "elsewhere"], in: folder,
        programsIn: programs, environment: online)
      #expect(
        second.status == 0 && second.errors.contains("3 training runs from the cache"), "\(second.errors)")
      #expect(try text("calls", folder) == calls)
      #expect(try text("first/it's.html", folder) == text("second/it's.html", folder))
    }
  }

  @Test("With --verify, trainings are done again by other tasks.")
  func verify() throws {
    try with { folder, programs in
      let run = try CommandRun(
        ["run", "it's.md", "--on", "slurm", "--verify", "50%"], in: folder, programsIn: programs)
      #expect(
        run.status == 0 && run.errors.contains("2 training runs done again, with the same bits"),
        "\(run.errors)")
      #expect(try text("script", folder).contains(" --verify 0.5 --of 2"))
    }
  }

  @Test("Detached jobs render the page on their own.")
  func detached() throws {
    try with { folder, programs in
      let run = try CommandRun(
        ["run", "it's.md", "--on", "slurm", "--detach"], in: folder, programsIn: programs)
      #expect(run.status == 0 && run.errors.contains("job 7 renders the page after it"), "\(run.errors)")
      #expect(try text("calls", folder).contains("--dependency=afterany:7"))
      #expect(try text("Output/it's.html", folder).hasPrefix("<!DOCTYPE html>"))
    }
  }

  @Test("--cancel ends the jobs of the notebook.")
  func cancel() throws {
    try with { folder, programs in
      let run = try CommandRun(
        ["run", "it's.md", "--on", "slurm", "--cancel"], in: folder, programsIn: programs)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try text("cancelled", folder).contains("-gather --user="))
    }
  }

  @Test("A machine without Slurm, and options that do not fit, are refused before anything runs.")
  func refused() throws {
    try with { folder, programs in
      let without = try CommandRun(["run", "it's.md", "--on", "slurm"], in: folder, programsIn: ["/nowhere"])
      #expect(without.status == 2 && without.errors.contains("there is no `sbatch`"), "\(without.errors)")
      for options in [
        ["--detach"], ["--on", "slurm", "--no-cache"], ["--on", "slurm", "--slurm", "array=1"],
        ["--on", "slurm", "--slurm", "Mem=1"], ["--on", "slurm", "--detach", "-o", "-"],
        ["--on", "slurm", "--retries=-1"], ["--verify", "2%"], ["--on", "slurm", "--verify", "0"],
        ["--on", "slurm", "--verify", "2%", "--detach"], ["--on", "pbs"],
      ] {
        #expect(
          try CommandRun(["run", "it's.md"] + options, in: folder, programsIn: programs).status == 2,
          "\(options)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("calls").path))
    }
  }
}
