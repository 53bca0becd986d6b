import NotebookSyntax
import Writing

/// The page's words in Japanese.
struct Japanese: Wording {
  let languageTag = "ja"
  let writesWithoutSpaces = true
  let locale = "ja_JP"
  let languageName = "日本語"

  let contents = "目次"
  let skipToText = "本文へ"
  let source = "ソース"
  func figure(_ number: Int) -> String { "図\(number)" }
  func table(_ number: Int) -> String { "表\(number)" }
  func equation(_ number: Int) -> String { "式（\(number)）" }
  let captionSeparator = "　"
  let notices = "お読みになる前に"
  func linkToSection(_ title: String) -> String { "\(title)へのリンク" }
  func linkToCell(_ name: String) -> String { "\(name)へ" }
  let link = "リンク"
  func linkToFigure(_ name: String) -> String { "\(name)へのリンク" }
  func readingTime(minutes: Int) -> String { "読むのに約\(minutes)分" }
  let readingSpeed = 500
  let download = "ノートブックを保存"
  let showAllSources = "すべてのソースを表示"
  let colours = "配色"
  func showAllRows(_ count: Int) -> String { "\(count)行すべてを表示" }
  func theme(_ theme: FrontMatter.Theme) -> String {
    switch theme {
    case .auto: "自動"
    case .light: "ライト"
    case .dark: "ダーク"
    }
  }
  func title(of alert: Block.Alert) -> String {
    switch alert {
    case .note: "補足"
    case .tip: "ヒント"
    case .important: "重要"
    case .warning: "警告"
    case .caution: "注意"
    }
  }
  func backToText(_ occurrence: Int) -> String {
    occurrence == 1 ? "本文へ戻る" : "本文へ戻る（参照\(occurrence)）"
  }
  let otherNotebooks = "ほかのノートブック"
  let notebooks = "ノートブック"
  let allNotebooks = "ノートブック一覧"
  let waysFromPage = "ほかのノートブックと言語"
  let previous = "前へ"
  let next = "次へ"
  let doneTask = "完了"
  let openTask = "未完了"
  let listSeparator = "、"
  let colon = "："
  func inBrackets(_ remark: String) -> String { "（\(remark)）" }

  let cellFailed = "`{0}`が失敗しました。"
  let cellSkipped = "`{1}`の結果がないため、`{0}`は実行されませんでした。"
  let cellNotEvaluated = "`{1}`が偽のため、`{0}`は実行されませんでした。"

  func leftOut(_ omission: RenderedPage.Omission, limit: String) -> String {
    let reason = "ページが\(limit)を超えるため、"
    return switch omission {
    case .cell: "\(reason)`{0}`の結果は省略されました。"
    case .text: "\(reason)ここにある本文の一部は省略されました。"
    case .rest: "\(reason)これ以降はすべて省略されました。"
    case .contents: "\(reason)目次は省略されました。"
    case .notices: "\(reason)残りの通知は省略されました。"
    case .provenance: "\(reason)来歴は省略されました。"
    case .notebooks(let count): "\(reason)ほかの\(count)件のノートブックは省略されました。"
    }
  }

  let claimHolds = "成立"
  let claimFails = "不成立"
  func claimsHold(_ count: Int, of total: Int) -> String {
    if count < total { return "主張\(total)件のうち\(count)件が成立" }
    return total == 1 ? "主張が成立" : "主張\(total)件がすべて成立"
  }
  func claimsNotChecked(_ count: Int, of total: Int) -> String {
    total == 1 ? "主張は未確認" : "主張\(total)件のうち\(count)件は未確認"
  }
  let leftSide = "左辺"
  let rightSide = "右辺"

  let numbersAsTable = "数値"
  func best(_ axis: String) -> String { "最良の\(axis)" }
  func bandOfSeeds(_ runs: Int?) -> String { (runs.map { "シード\($0)個" } ?? "各シード") + "の最小〜最大" }
  func spreadOfSeeds(_ runs: Int?) -> String { "シード\(runs.map { "\($0)個" } ?? "")の平均±標準偏差（薄い部分は最小〜最大）" }
  let lowest = "最小"
  let highest = "最大"
  func drawn(_ count: Int, of total: Int) -> String {
    "全\(NumberFormat.integer(total))件のうち、値の大きい\(count)件を描いています。すべての値は「数値」にあります。"
  }
  func best(at place: String, value: String) -> String { "最良：\(value)（\(place)）" }

  let whatChanged = "変更の結果"

  let confusionTitle = "混同行列"
  let rowShares = "%は行に占める割合"

  var dividedByZero: String { "0 / 0（0とします）" }
  let rightMark = "正解"
  let wrongMark = "不正解"
  func gridTitle(rows: Int, columns: Int) -> String { "\(rows) × \(columns)の数値" }

  let provenance = "来歴"
  let provenanceNote =
    "ノートブック、データ、エンジンの版が同じなら、結果はビット単位で同じになります。このページのもとになったもの："
  let notebook = "ノートブック"
  let notebookDigest = "ノートブックのSHA-256"
  let engine = "エンジン"
  func engineVersion(_ version: String, numerics: Int) -> String {
    "Tunebook \(version)、数値計算の版\(numerics)"
  }
  let seed = "シード"
  let data = "データ"
  let file = "ファイル"
  let digest = "SHA-256"
  let origin = "出所"
  let cellDigests = "結果"
  let cell = "セル"

}
