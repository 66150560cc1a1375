import Experiments
import ScenarioFile
import SupplyChain

/// Every chart of a run by its name, as a picture or as a table of its own.
///
/// A name is the chart, the policy and what else is chosen: `price.ovens-600.loose-AA`; what is left out is the first.
package struct ReportCharts {
  private let charts: [any Chart]

  package init(_ results: RunResults, _ record: RunRecord) {
    let data = ReportData(results, record)
    var charts: [any Chart] = []
    for policy in data.policies.indices { charts.append(GlutChart(data, policy: policy)) }
    for policy in data.policies.indices {
      for kind in PriceChart.Kind.all { charts.append(PriceChart(data, policy: policy, kind: kind)) }
    }
    for policy in data.policies.indices {
      charts.append(ProgressChart(data, policy: policy))
      charts.append(FlowChart(data, policy: policy))
      charts.append(IncomeChart(data, policy: policy))
      charts.append(LorenzChart(data, policy: policy))
      for kind in RiskChart.kinds(data, policy: policy) { charts.append(RiskChart(data, policy: policy, kind: kind)) }
      charts.append(QueueChart(data, policy: policy))
      charts.append(DistrictChart(data, policy: policy))
    }
    if data.policies.count > 1 {
      charts.append(PanelsChart(data: data))
      for kind in DifferenceChart.Kind.all { charts.append(DifferenceChart(data: data, kind: kind)) }
      charts.append(TradeoffChart(data))
    }
    self.charts = charts
  }

  package var names: [String] { charts.map(\.name) }

  /// The kinds of charts, for whoever mistyped one.
  package var kinds: [String] {
    var seen: Set<String> = []
    return charts.map { type(of: $0).id }.filter { seen.insert($0).inserted }
  }

  private func chart(_ name: String) -> (any Chart)? {
    charts.first { $0.name == name } ?? charts.first { $0.name.hasPrefix(name + ".") }
  }

  /// A picture that needs nothing else; nothing where there is no such chart.
  package func svg(_ name: String, _ language: Language) -> String? {
    chart(name).map { ChartFile.standalone($0, language: language) }
  }

  /// What it shows, as numbers.
  package func csv(_ name: String) -> String? { chart(name)?.table.machineRows.csv }
}
