import Engine
import Foundation
import Options
import Testing

@Suite struct ScheduleTests {
  private func read(_ written: OptionValue) -> (value: (any LearningRateSchedule)?, messages: [String]) {
    LearningRateSchedules.catalogue.read(written)
  }

  private func rates(_ written: OptionValue, _ training: TrainingLength, beyond: Int = 0) throws -> [Double] {
    let schedule = try #require(read(written).value)
    return (0..<Int(training.steps) + beyond).map { schedule.rate(atStep: $0, of: training) }
  }

  private let training = TrainingLength(stepsPerEpoch: 10, epochs: 4)

  @Test("One cycle rises and falls by PyTorch's formula, and stays at its end.")
  func oneCycle() throws {
    let rates = try rates(
      [
        "one_cycle": ["max_learning_rate": 0.5, "pct_start": 0.25, "div_factor": 10, "final_div_factor": 100]
      ],
      training, beyond: 5)
    func annealed(_ start: Double, _ end: Double, _ share: Double) -> Double {
      end + (start - end) / 2 * (Foundation.cos(.pi * share) + 1)
    }
    for (step, rate) in rates.enumerated() {
      let expected =
        step <= 9
        ? annealed(0.05, 0.5, Double(step) / 9) : annealed(0.5, 0.0005, min(1, Double(step - 9) / 30))
      #expect(abs(rate - expected) < 1e-15, "step \(step)")
    }
    #expect(rates[0] == 0.05 && rates[9] == 0.5 && rates[39] == 0.0005 && rates[44] == 0.0005)
    let standard = try self.rates(["one_cycle": 1], training)
    #expect(standard.max() == 1 && standard.first == 0.04 && standard.last == 0.04 / 10_000)
  }

  @Test("A cycle of a single step is at its end.")
  func shortCycle() throws {
    #expect(try rates(["one_cycle": 1], TrainingLength(stepsPerEpoch: 1, epochs: 1)) == [0.04 / 10_000])
    let rise: OptionValue = ["one_cycle": ["max_learning_rate": 1, "pct_start": 1]]
    #expect(try rates(rise, TrainingLength(stepsPerEpoch: 1, epochs: 1)) == [1])
  }

  @Test("A length in epochs is as many steps, and a length that is left out is the whole training.")
  func lengths() throws {
    let names = [
      "exponential_decay": "decay", "inverse_time_decay": "decay", "polynomial_decay": "decay",
      "cosine_decay": "decay", "cosine_decay_restarts": "first_decay", "one_cycle": "total",
    ]
    for (name, part) in names {
      func options(_ length: OptionValue.Entry?) -> OptionValue {
        let rate = name == "one_cycle" ? "max_learning_rate" : "initial_learning_rate"
        let decay = ["exponential_decay", "inverse_time_decay"].contains(name)
        return [
          name: OptionValue(
            .mapping(
              [.init(rate, 0.5)] + (decay ? [.init("decay_rate", 0.5)] : []) + (length.map { [$0] } ?? [])))
        ]
      }
      let whole = options(nil)
      let inSteps = options(.init(part + "_steps", 40))
      let inEpochs = options(.init(part + "_epochs", 4))
      #expect(try rates(whole, training, beyond: 9) == rates(inSteps, training, beyond: 9), "\(name)")
      #expect(try rates(inEpochs, training, beyond: 9) == rates(inSteps, training, beyond: 9), "\(name)")
      #expect(try rates(options(.init(part + "_epochs", 2)), training) != rates(inSteps, training), "\(name)")
      #expect(read(whole).value?.dependsOnLength == true && read(inSteps).value?.dependsOnLength == false)
      #expect(read(inEpochs).value?.dependsOnLength == false)
    }
    let constant = read(["piecewise_constant_decay": ["boundaries": [1], "values": [1, 2]]]).value
    #expect(constant?.dependsOnLength == false && !ConstantRate(1).dependsOnLength)
  }

  @Test("A cosine decay without a length ends with the training, after its warm-up.")
  func warmup() throws {
    let rates = try rates(
      ["cosine_decay": ["initial_learning_rate": 0, "warmup_target": 0.4, "warmup_epochs": 1]], training,
      beyond: 1)
    #expect(rates[0] == 0 && rates[5] == 0.2 && rates[10] == 0.4 && abs(rates[25] - 0.2) < 1e-15)
    #expect(rates[39] > 0 && rates[40] == 0)
  }

  @Test(
    "Options that do not go together are refused, with the reason.",
    arguments: [
      (
        ["cosine_decay": ["initial_learning_rate": 1, "decay_steps": 5, "decay_epochs": 1]],
        "cosine_decay takes only one of decay_steps, decay_epochs"
      ),
      (
        ["cosine_decay": ["initial_learning_rate": 1, "warmup_steps": 5]],
        "\"warmup_steps\" needs \"warmup_target\" with it"
      ),
      (
        ["piecewise_constant_decay": ["boundaries": [3, 5], "values": [1, 2]]],
        "\"values\" must hold 3, one more than there are boundaries, not 2"
      ),
      (
        ["piecewise_constant_decay": ["boundaries": [5, 5], "values": [1, 2, 3]]],
        "\"boundaries\" must rise from each number to the next"
      ),
      (["exponential_decay": 0.1], "exponential_decay needs the option \"decay_rate\""),
    ] as [(OptionValue, String)])
  func refused(_ written: OptionValue, _ message: String) {
    #expect(read(written).messages == [message])
  }

  @Test("An optimizer takes one of its bounds on gradients.")
  func severalBounds() {
    let messages = Optimizers.catalogue.read(["adam": ["clipnorm": 1, "clipvalue": 1]]).messages
    #expect(messages == ["adam takes only one of clipnorm, global_clipnorm, clipvalue"])
  }

  @Test("A learning rate is a number or a schedule.")
  func learningRate() {
    func read(_ rate: OptionValue) -> (rate: Double?, messages: [String]) {
      let (optimizer, messages) = Optimizers.catalogue.read(["sgd": ["learning_rate": rate]])
      return (optimizer?.schedule.rate(atStep: 20, of: training), messages)
    }
    #expect(read(0.25).rate == 0.25 && read("1/4").rate == 0.25)
    #expect(
      read(["polynomial_decay": ["initial_learning_rate": 0.5, "end_learning_rate": 0.25]]).rate == 0.375)
    #expect(read("cosine").messages.first?.hasPrefix("there is no schedule \"cosine\"; did you mean") == true)
    #expect(read("0,1").messages.first?.hasPrefix("\"learning_rate\" must be a number") == true)
    #expect(
      read(true).messages == [
        "\"learning_rate\" must be a number at least 0 and at most 1e+38, or a kind of schedule, not a flag"
      ])
  }

  @Test("Schedules of extreme options give rates that are finite or too large, and never less than zero.")
  func extremes() throws {
    let hostile: [OptionValue] = [
      ["exponential_decay": ["initial_learning_rate": 1e38, "decay_rate": 1e38, "decay_steps": 1]],
      ["exponential_decay": ["initial_learning_rate": 0, "decay_rate": 1e38, "decay_steps": 1]],
      ["exponential_decay": ["initial_learning_rate": 1, "decay_rate": 0, "decay_epochs": 0.001]],
      ["inverse_time_decay": ["initial_learning_rate": 1, "decay_rate": 1e38, "decay_steps": 1]],
      [
        "polynomial_decay": [
          "initial_learning_rate": 0, "end_learning_rate": 1e38, "power": 1000, "cycle": true,
        ]
      ],
      ["cosine_decay": ["initial_learning_rate": 1, "warmup_target": 1e38, "warmup_epochs": 1e6]],
      [
        "cosine_decay_restarts": [
          "initial_learning_rate": 1, "t_mul": 1, "m_mul": 1000, "first_decay_steps": 1,
        ]
      ],
      [
        "cosine_decay_restarts": [
          "initial_learning_rate": 1, "t_mul": 1.0000000000000002, "m_mul": 1000, "first_decay_steps": 1,
        ]
      ],
      [
        "cosine_decay_restarts": [
          "initial_learning_rate": 0, "t_mul": 1000, "m_mul": 0, "first_decay_steps": 1,
        ]
      ],
      ["one_cycle": ["max_learning_rate": 1e38, "pct_start": 0, "total_epochs": 0.001]],
      ["piecewise_constant_decay": ["boundaries": [], "values": []]],
    ]
    for written in hostile {
      guard let schedule = read(written).value else { continue }
      for training in [TrainingLength(stepsPerEpoch: 1, epochs: 1), .init(stepsPerEpoch: .max, epochs: .max)]
      {
        for step in [0, 1, 2, 3, 4, 7, 1000, 1 << 40, .max] {
          #expect(schedule.rate(atStep: step, of: training) >= 0, "\(written) \(step)")
        }
      }
    }
  }

  @Test("A training whose rate rises without end diverges, and says which rate it was set to.")
  func risesWithoutEnd() throws {
    let rising: OptionValue = [
      "sgd": [
        "learning_rate": [
          "exponential_decay": ["initial_learning_rate": 0.1, "decay_rate": 1e38, "decay_steps": 1]
        ]
      ]
    ]
    let trainer = try Trainer(
      model: Fixture.dense(4, [(3, Tanh()), (1, Linear())]),
      options: TrainingOptions(
        loss: MeanSquaredError(), optimizer: try #require(Optimizers.catalogue.read(rising).value),
        batchSize: 2),
      training: Fixture.numbers(20, width: 4, targets: 1), validation: nil)
    let problem = #expect(throws: TrainingProblem.self) { try trainer.trainEpoch() }
    guard case .diverged(let divergence) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(divergence.hasSchedule && divergence.learningRate == 0.1)
  }
}
