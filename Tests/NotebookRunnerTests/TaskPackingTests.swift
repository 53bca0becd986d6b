import NotebookRunner
import Testing

@Suite struct TaskPackingTests {
  private func items(_ sizes: [Double]) -> [TaskPacking.Item] {
    sizes.enumerated().map { .init(key: "\($0)", size: $1) }
  }

  @Test(
    "Each training belongs to one task, and equal ones are shared out evenly.", arguments: [1, 3, 7, 20, 50])
  func even(count: Int) {
    let tasks = TaskPacking(items(Array(repeating: 2, count: 20)), count: count).tasks
    #expect(tasks.count == min(count, 20))
    #expect(tasks.flatMap(\.self).flatMap(\.self).sorted() == Array(0..<20))
    let counts = tasks.map(\.count)
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
  }

  @Test("The longest are dealt first, forth and back, so that tasks are about equally long.")
  func dealing() {
    let tasks = TaskPacking(items([1, 6, 3, 5, 2, 4]), count: 2).tasks
    #expect(tasks == [[[1], [2], [4]], [[3], [5], [0]]])
  }

  @Test("Trainings that continue each other are done by one task, in their order.")
  func groups() {
    let items = ["a", "b", "a", "c", "b"].map { TaskPacking.Item(key: $0, size: 1) }
    let tasks = TaskPacking(items, count: 5).tasks
    #expect(tasks == [[[0, 2]], [[1, 4]], [[3]]])
  }

  @Test("Nothing to do is one task without trainings.")
  func nothing() {
    #expect(TaskPacking([], count: 4).tasks == [[]])
  }

  @Test("Trainings are named by their cell, or by the cell and their numbers.")
  func selections() {
    #expect(TrainingSelection("search:3-26") == TrainingSelection(cell: "search", numbers: 3...26))
    #expect(TrainingSelection("fit at line 3:0-0").text == "fit at line 3:0-0")
    for name in ["search", "search:5-2", "search:", "a:99999999999999999999-1"] {
      #expect(TrainingSelection(name) == TrainingSelection(cell: name, numbers: nil))
    }
  }
}
