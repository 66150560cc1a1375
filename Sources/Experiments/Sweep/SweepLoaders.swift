/// Small files that load the table with its types into what people work with.
struct SweepLoaders {
  private let columns: [SweepColumns.Column]

  init(_ columns: SweepColumns) { self.columns = columns.columns }

  var files: [(name: String, text: String)] { [("load.py", python), ("load.R", r), ("load.sql", sql)] }

  private var python: String {
    """
    \"\"\"Loads results.csv with the types of columns.json: table, columns = load.load()\"\"\"
    from json import loads
    from pathlib import Path

    from pandas import read_csv

    TYPES = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}


    def load(folder=Path(__file__).resolve().parent):
        columns = loads((Path(folder) / "columns.json").read_text(encoding="utf-8"))["fields"]
        types = {column["name"]: TYPES[column["type"]] for column in columns if column["type"] in TYPES}
        dates = [column["name"] for column in columns if column["type"] == "date"]
        table = read_csv(
            Path(folder) / "results.csv", dtype=types, parse_dates=dates, keep_default_na=False, na_values=[""],
            true_values=["true"], false_values=["false"])
        for column in columns:
            table[column["name"]].attrs["unit"] = column.get("unit", "")
        return table, {column["name"]: column for column in columns}


    if __name__ == "__main__":
        print(load()[0])

    """
  }

  private var r: String {
    func type(_ kind: SweepColumns.Kind) -> String {
      switch kind {
      case .string: "character"
      case .integer: "integer"
      case .number: "numeric"
      case .date: "Date"
      case .boolean: "character"
      }
    }
    let types = columns.map { "  \"\($0.name)\" = \"\(type($0.kind))\"" }.joined(separator: ",\n")
    let units = columns.map { "  \"\($0.name)\" = \"\($0.unit)\"" }.joined(separator: ",\n")
    let flags = columns.filter { $0.kind == .boolean }.map { "\"\($0.name)\"" }.joined(separator: ", ")
    return """
      # Loads results.csv with its types: source("load.R"); `results` is the table, `units` tells the unit of each column.
      types <- c(
      \(types)
      )
      units <- c(
      \(units)
      )
      if (!exists("folder")) folder <- "."
      results <- read.csv(file.path(folder, "results.csv"), colClasses = types, check.names = FALSE, na.strings = "")
      for (name in c(\(flags))) results[[name]] <- results[[name]] == "true"

      """
  }

  private var sql: String {
    func type(_ kind: SweepColumns.Kind) -> String {
      switch kind {
      case .string: "VARCHAR"
      case .integer: "BIGINT"
      case .number: "DOUBLE"
      case .date: "DATE"
      case .boolean: "BOOLEAN"
      }
    }
    let types = columns.map { "  '\($0.name)': '\(type($0.kind))'" }.joined(separator: ",\n")
    let comments = columns.filter { !$0.unit.isEmpty }
      .map { "COMMENT ON COLUMN results.\"\($0.name)\" IS '\($0.unit)';" }.joined(separator: "\n")
    return """
      -- Loads results.csv with its types into DuckDB, called in this folder: duckdb -init load.sql
      CREATE OR REPLACE TABLE results AS SELECT * FROM read_csv('results.csv', header = true, delim = ',', quote = '"',
        escape = '"', nullstr = '', columns = {
      \(types)
      });
      \(comments)

      """
  }
}
