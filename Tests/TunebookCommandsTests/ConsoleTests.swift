import NotebookRunner
import Testing
import TunebookCommands

@Suite struct ConsoleTests {
  private let data = TerminalRecording.cell("data", 0)
  private let slow = TerminalRecording.cell("slow", 1)

  private func step(_ epoch: Int, _ share: Double) -> RunEvent {
    .progress(slow, .step(epoch: epoch, of: 4, share: share, [("loss", 0.5)]))
  }

  private func reading(_ done: Int) -> RunEvent {
    .progress(data, .loading(.reading(file: "big.csv", done: done, total: 100)))
  }

  @Test(
    "A work shows nothing in its first half second; then what it does, how far it is and how long it takes.")
  func bar() {
    let terminal = TerminalRecording()
    let console = terminal.console()
    console.receive(.started(data))
    console.receive(reading(0))
    terminal.wait(0.4)
    console.receive(reading(10))
    #expect(terminal.log.isEmpty)
    terminal.wait(0.6)
    console.receive(reading(25))
    #expect(terminal.shown == ["data  reading big.csv ━━━━━━──────────────────  25%  3 s left"])
    terminal.wait(1)
    #expect(console.tick())
    #expect(terminal.shown == ["data  reading big.csv ━━━━━━──────────────────  25%  2 s left"])
    console.finish()
    #expect(terminal.shown.isEmpty && !console.tick())
  }

  @Test("Of several notebooks each is named once, above its first line, and not where it says nothing.")
  func heading() {
    let terminal = TerminalRecording(isTerminal: false)
    let silent = terminal.console(heading: "one.md")
    silent.receive(.started(slow))
    silent.finish()
    let console = terminal.console(heading: "two.md")
    console.receive(.started(slow))
    for epoch in 1...2 { console.receive(.progress(slow, .epoch(epoch, of: 2, [("loss", 0.5)]))) }
    #expect(
      terminal.log == ["two.md", "slow  Epoch 1/2  loss: 0.5000", "slow  Epoch 2/2  loss: 0.5000"])
  }

  @Test("The bar of data that is loaded after its cell had its result vanishes once the data is there.")
  func lateData() {
    let terminal = TerminalRecording()
    let console = terminal.console(cells: ["data", "slow"])
    console.receive(.started(slow))
    console.receive(reading(0))
    terminal.wait(1)
    console.receive(reading(50))
    #expect(
      terminal.shown == [
        "data  reading big.csv ━━━━━━━━━━━━────────────  50%  1 s left", "slow  working for 1 s",
      ])
    console.receive(.progress(data, .ended))
    #expect(terminal.shown == ["slow  working for 1 s"])
  }

  @Test(
    "An epoch that is done is a line, said once, and the bar goes on to the next; the time is that of all.")
  func epochs() {
    let terminal = TerminalRecording()
    let console = terminal.console()
    console.receive(.started(slow))
    console.receive(step(1, 0))
    terminal.wait(2)
    console.receive(step(1, 1))
    console.receive(.progress(slow, .epoch(1, of: 4, [("loss", 0.5)])))
    #expect(
      terminal.shown == [
        "slow  Epoch 1/4  loss: 0.5000", "slow  Epoch 2/4 ────────────────────────   0%  6 s left",
      ])
    terminal.wait(1)
    console.receive(step(2, 0.5))
    #expect(
      terminal.shown.last == "slow  Epoch 2/4 ━━━━━━━━━━━━────────────  50%  5 s left  loss: 0.5000")
  }

  @Test("A training that ends early says so, and its bar is full in place of beginning another epoch.")
  func earlyEnd() {
    let terminal = TerminalRecording()
    let console = terminal.console()
    console.receive(.started(slow))
    console.receive(step(1, 0))
    terminal.wait(1)
    console.receive(step(2, 1))
    console.receive(.progress(slow, .epoch(2, of: 4, [("loss", 0.5)], endedEarly: "The loss is small.")))
    #expect(
      terminal.shown == [
        "slow  Epoch 2/4  loss: 0.5000", "slow  Training ended after 2 of 4 epochs. The loss is small.",
        "slow  Epoch 2/4 ━━━━━━━━━━━━━━━━━━━━━━━━ 100%  1 s left",
      ])
  }

  @Test("A log says once what takes longer than half a second, and nothing of the rest but the epochs.")
  func log() {
    let terminal = TerminalRecording(isTerminal: false)
    let console = terminal.console(cells: ["data", "slow"])
    console.receive(.started(data))
    console.receive(.started(slow))
    console.receive(reading(0))
    terminal.wait(0.4)
    console.receive(reading(20))
    #expect(terminal.log.isEmpty)
    terminal.wait(0.6)
    for _ in 0..<3 {
      #expect(console.tick())
      console.receive(reading(50))
      terminal.wait(0.1)
    }
    console.receive(.progress(data, .ended))
    console.receive(step(1, 1))
    console.receive(.progress(slow, .epoch(1, of: 4, [("loss", 0.5)])))
    terminal.wait(1)
    #expect(console.tick())
    console.finish()
    #expect(
      terminal.log == ["data  reading big.csv, 1 s left", "slow  Epoch 1/4  loss: 0.5000"], "\(terminal.log)")
  }

  @Test("A first epoch that is long is announced in a log with the time that all take.")
  func longEpoch() {
    let terminal = TerminalRecording(isTerminal: false)
    let console = terminal.console()
    console.receive(.started(slow))
    console.receive(step(1, 0))
    terminal.wait(1)
    console.receive(step(1, 0.1))
    #expect(terminal.log == ["slow  training for 4 epochs, 39 s left"])
  }

  @Test("What is done for the notebook as a whole is shown too, and ends with what comes next.")
  func aside() {
    let terminal = TerminalRecording()
    let console = terminal.console()
    console.begin("checking", for: "tuning.md")
    terminal.wait(3)
    #expect(console.tick())
    #expect(terminal.shown == ["tuning.md  checking for 3 s"])
    console.report(.reading(file: "big.csv", done: 0, total: 100))
    terminal.wait(1)
    console.report(.reading(file: "big.csv", done: 10, total: 100))
    #expect(terminal.shown == ["tuning.md  reading big.csv ━━──────────────────────  10%  9 s left"])
    console.end()
    #expect(terminal.shown.isEmpty)
    console.begin("writing the page", for: "tuning.md")
    console.report(share: 0)
    terminal.wait(1)
    console.report(share: 0.25)
    #expect(terminal.shown == ["tuning.md  writing the page ━━━━━━──────────────────  25%  3 s left"])
  }

  @Test("A bar is cut to the terminal's width in columns, and what a file is called adds no line.")
  func width() {
    let terminal = TerminalRecording(columns: 21)
    let console = terminal.console()
    console.receive(.progress(data, .loading(.reading(file: "大きな\n表.csv", done: 0, total: 100))))
    terminal.wait(1)
    #expect(console.tick())
    #expect(terminal.shown == ["data  reading 大きな"])
  }

  @Test("A quiet console says nothing, in a log as on a terminal.", arguments: [true, false])
  func quiet(isTerminal: Bool) {
    let terminal = TerminalRecording(isTerminal: isTerminal)
    let console = terminal.console(isQuiet: true)
    console.begin("checking", for: "tuning.md")
    console.receive(.started(slow))
    terminal.wait(2)
    console.receive(.progress(slow, .epoch(1, of: 4, [("loss", 0.5)])))
    #expect(console.tick())
    console.finish()
    #expect(terminal.log.isEmpty)
  }
}
