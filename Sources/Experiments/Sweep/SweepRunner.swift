import Dispatch
import Foundation
import ScenarioFile
import Synchronization

/// Runs the blocks of a sweep that are missing, in workers side by side.
package final class SweepRunner: Sendable {
  package struct Share: Sendable {
    package let number: Int
    package let of: Int

    package init(_ number: Int, of count: Int) {
      self.number = number
      of = count
    }

    package func has(_ block: Int) -> Bool { block % of == number }
  }

  /// How far it is.
  package struct Progress: Sendable {
    package var runs = 0
    package var done = 0
    package var before = 0
    package var failed = 0
    package var broken = 0
    package var seconds = 0.0

    package init() {}
  }

  private struct State {
    var next = 0
    var progress = Progress()
    var fault: SweepError?
    var workers: [pid_t] = []
  }

  private let plan: SweepPlan
  private let folder: SweepFolder
  private let launch: WorkerLaunch
  private let jobs: Int
  private let signals: StopSignals
  private let request: String
  private let blocks: [Int]
  private let state: Mutex<State>

  /// Looks at what is there already.
  package init(
    _ plan: SweepPlan, _ folder: SweepFolder, share: Share, jobs: Int, launch: WorkerLaunch, signals: StopSignals
  ) {
    self.plan = plan
    self.folder = folder
    self.launch = launch
    self.jobs = jobs
    self.signals = signals
    request = SweepWorker.request(plan)
    var progress = Progress()
    var missing: [Int] = []
    for block in 0..<plan.blocks where share.has(block) {
      let runs = plan.runs(ofBlock: block)
      progress.runs += runs.count
      if let file = folder.goodBlock(block, of: plan) {
        progress.before += runs.count
        progress.failed += file.trailer.failed
        progress.broken += file.trailer.broken
      } else {
        missing.append(block)
      }
    }
    progress.done = progress.before
    blocks = missing
    state = Mutex(State(progress: progress))
  }

  /// Runs a sample of blocks again, spread evenly, and compares; answers how many.
  package static func verify(
    _ plan: SweepPlan, _ folder: SweepFolder, share: Double, launch: WorkerLaunch, signals: StopSignals
  ) throws(SweepError) -> Int {
    let runner = SweepRunner(plan, folder, share: Share(0, of: 1), jobs: 1, launch: launch, signals: signals)
    let count = max(1, Int((Double(plan.blocks) * share).rounded(.up)))
    var worker: Worker?
    for sample in 0..<count {
      let block = sample * plan.blocks / count
      try runner.keep(try runner.run(block, &worker), block)
    }
    if let worker { runner.forget(worker.process) }
    return count
  }

  /// Runs what is missing and tells how far it is, some ten times a second.
  package func run(_ tell: (Progress) -> Void) throws(SweepError) -> Progress {
    let start = DispatchTime.now().uptimeNanoseconds
    func progress() -> Progress {
      var progress = state.withLock { $0.progress }
      progress.seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
      return progress
    }
    tell(progress())
    if blocks.isEmpty { return progress() }
    let attempt = SweepAttempt(folder, plan)
    attempt.write(progress(), isOver: false)
    let group = DispatchGroup()
    for _ in 0..<min(jobs, blocks.count) {
      group.enter()
      let thread = Thread { [self] in
        work()
        group.leave()
      }
      thread.start()
    }
    while group.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
      tell(progress())
      if let signal = signals.first { stop(.fault(SweepRunner.stopped(by: signal))) }
    }
    attempt.write(progress(), isOver: true)
    tell(progress())
    if let fault = state.withLock({ $0.fault }) { throw fault }
    return progress()
  }

  private static func stopped(by signal: Int32) -> SweepFault {
    SweepFault(signal == SIGINT ? .interrupted : .again, Words(en: "stopped", th: "หยุดแล้ว"))
  }

  /// Remembers the first reason to stop, and ends all workers.
  private func stop(_ fault: SweepError) {
    state.withLock { state in
      if state.fault == nil { state.fault = fault }
      for worker in state.workers { kill(worker, SIGKILL) }
      state.workers = []
    }
  }

  private var isStopping: Bool { state.withLock { $0.fault != nil } }

  // MARK: Blocks

  private func work() {
    var worker: Worker?
    while true {
      let block = state.withLock { state -> Int? in
        guard state.fault == nil, state.next < blocks.count else { return nil }
        state.next += 1
        return blocks[state.next - 1]
      }
      guard let block else { break }
      do throws(SweepError) {
        // Another process may have made it meanwhile.
        if let file = folder.goodBlock(block, of: plan) {
          count(file.trailer.runs, failed: file.trailer.failed, broken: file.trailer.broken)
        } else {
          try keep(try run(block, &worker), block)
        }
      } catch {
        stop(error)
      }
    }
    if let worker { forget(worker.process) }
  }

  private func count(_ done: Int, failed: Int, broken: Int) {
    state.withLock { state in
      state.progress.done += done
      state.progress.failed += failed
      state.progress.broken += broken
    }
  }

  private func keep(_ file: BlockFile, _ block: Int) throws(SweepError) {
    let path = folder.block(block)
    if let other = folder.goodBlock(block, of: plan) {
      if other.rows == file.rows { return }
      throw .fault(
        SweepFault(
          .ourFault,
          Words(en: "\(path) came out differently the second time", th: "\(path) ได้ผลต่างจากครั้งก่อน"),
          help: Words(
            en: "please send us the folder; longan diff of two copies shows nothing, the program is at fault",
            th: "โปรดส่งโฟลเดอร์นี้ให้เรา เป็นความผิดของโปรแกรม")))
    }
    do throws(FileFault) {
      try file.write(to: path)
    } catch {
      throw .file(error)
    }
  }

  /// A worker that has understood the plan.
  private struct Worker {
    let process: WorkerProcess
    var columns: String?
    /// How many runs it was told and has not answered.
    var told = 0
  }

  private func begin() throws(SweepError) -> Worker {
    guard let process = WorkerProcess(launch) else {
      throw .fault(
        SweepFault(.again, Words(en: "the machine has no room for another worker", th: "เครื่องไม่พอสำหรับตัวทำงานเพิ่ม")))
    }
    state.withLock { $0.workers.append(process.identifier) }
    process.tell(request)
    guard process.hear() == SweepWorker.ready else {
      let (end, complaint) = forget(process)
      if isStopping { throw .fault(SweepRunner.stopped(by: SIGTERM)) }
      if case .signal = end { throw .fault(SweepRunner.killed) }
      throw .fault(
        SweepFault(
          .ourFault, Words(en: "a worker did not understand its plan", th: "ตัวทำงานไม่เข้าใจแผน"), help: Words(complaint)))
    }
    return Worker(process: process)
  }

  @discardableResult
  private func forget(_ process: WorkerProcess) -> (end: WorkerProcess.End, complaint: String) {
    state.withLock { $0.workers.removeAll { $0 == process.identifier } }
    return process.end()
  }

  private static let killed = SweepFault(
    .again, Words(en: "workers are killed: is there too little memory?", th: "ตัวทำงานถูกหยุดจากภายนอก หน่วยความจำอาจไม่พอ"),
    help: Words(en: "run it again with fewer --jobs", th: "รันอีกครั้งโดยลด --jobs"))

  /// Runs a block, with as many workers as it takes: one that crashes costs the run it was at.
  private func run(_ block: Int, _ worker: inout Worker?) throws(SweepError) -> BlockFile {
    let runs = Array(plan.runs(ofBlock: block))
    var rows: [SweepRow] = []
    var failures: [Int: String] = [:]
    var point = -1
    var values: [JSONOutput] = []
    var header: String?
    while rows.count < runs.count {
      if isStopping { throw .fault(SweepRunner.stopped(by: SIGTERM)) }
      let run = plan.run(runs[rows.count])
      if run.point != point {
        point = run.point
        values = plan.values(at: point)
      }
      var current: Worker
      if let worker { current = worker } else { current = try begin() }
      // One run more than is awaited, so that it need not wait for the next; never so many that both fill their pipes.
      while current.told < 2, rows.count + current.told < runs.count {
        let next = plan.run(runs[rows.count + current.told])
        current.process.tell("\(next.point) \(next.replication) \(next.policy)\n")
        current.told += 1
      }
      var line = current.process.hear()
      if let columns = line, columns.hasPrefix(SweepWorker.columns) {
        current.columns = String(columns.dropFirst(SweepWorker.columns.count))
        line = current.process.hear()
      }
      let row: SweepRow
      if let line {
        current.told -= 1
        worker = current
        if line.hasPrefix(SweepWorker.invalid) {
          row = SweepRow(
            plan, run, values, .invalid, reason: String(line.dropFirst(SweepWorker.invalid.count)), measures: "")
        } else {
          header = current.columns
          row = SweepRow(plan, run, values, .ok, reason: nil, measures: line)
        }
      } else {
        worker = nil
        let (end, complaint) = forget(current.process)
        if isStopping { throw .fault(SweepRunner.stopped(by: SIGTERM)) }
        guard let failure = SweepRunner.failure(end, complaint) else {
          if failures[run.number] != nil { throw .fault(SweepRunner.killed) }
          failures[run.number] = ""
          continue
        }
        // Once more, alone, before it is believed.
        if failures[run.number] != failure.reason {
          failures[run.number] = failure.reason
          continue
        }
        row = SweepRow(plan, run, values, failure.status, reason: failure.reason, measures: "")
      }
      rows.append(row)
      count(1, failed: row.status == .ok ? 0 : 1, broken: row.status == .broken ? 1 : 0)
    }
    let names = SweepColumns.fixed(plan.axes).map(\.name) + (header.map { [$0] } ?? [])
    return BlockFile(
      block, plan.runs(ofBlock: block), header: names.joined(separator: ","), rows: rows, plan: plan.identity.plan)
  }

  /// What the end of a worker says of the run that it was at; nothing where it was ended from outside, or had no memory.
  private static func failure(_ end: WorkerProcess.End, _ complaint: String) -> (
    status: SweepRow.Status, reason: String
  )? {
    switch end {
    case .exit(70): return (.broken, complaint.isEmpty ? "status 70" : complaint)
    case .exit(let status): return (.failed, "ended with status \(status)")
    case .signal(let signal):
      if complaint.lowercased().contains("memory") || complaint.contains("llocat") { return nil }
      let names = [
        SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGSEGV: "SIGSEGV", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE",
        SIGABRT: "SIGABRT",
      ]
      return names[signal].map { (.failed, "crashed: \($0)") }
    }
  }
}

extension SweepFolder {
  /// A block that is there, whole and of this plan.
  func goodBlock(_ block: Int, of plan: SweepPlan) -> BlockFile? {
    let runs = plan.runs(ofBlock: block)
    guard let file = BlockFile(self.block(block)) else { return nil }
    let trailer = file.trailer
    return trailer.block == block && trailer.first == runs.lowerBound && trailer.runs == runs.count
      && trailer.plan == plan.identity.plan ? file : nil
  }
}
