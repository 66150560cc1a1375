import ScenarioFile

/// Scripts that run the shares of a sweep on engines that are there already.
///
/// An engine starts `longan sweep --shard K/N` and nothing else: what a share has finished is safe in the folder, so that
/// any of them may be killed, moved or run twice.
struct JobScript {
  enum Engine: String, CaseIterable {
    case slurm
    case parallel
    case kubernetes
  }

  /// The sweep: scenario and flags.
  private let words: [String]
  private let folder: String
  private let shards: Int

  init(_ words: [String], folder: String, shards: Int) {
    self.words = words
    self.folder = folder
    self.shards = shards
  }

  func text(_ engine: Engine) -> String {
    switch engine {
    case .slurm: slurm
    case .parallel: parallel
    case .kubernetes: kubernetes
    }
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.utf8.allSatisfy { isWord($0) }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "_-./:=,+%@".utf8.contains(byte)
    }
  }

  private var command: String { (["sweep"] + words + ["-o", folder]).map(Self.quoted).joined(separator: " ") }

  private var slurm: String {
    """
    #!/bin/bash
    # Runs the shares of a sweep as a job array, and may be submitted again: what is finished is not run again.
    #   job=$(sbatch --parsable this-file)
    #   sbatch --dependency=afterany:$job --wrap "longan merge \(Self.quoted(folder))"
    # What is missing after a lost node: longan status \(Self.quoted(folder)) --shards \(shards)
    #   sbatch --array=<those shards> this-file
    #SBATCH --job-name=longan
    #SBATCH --array=0-\(shards - 1)
    #SBATCH --ntasks=1
    #SBATCH --cpus-per-task=1
    #SBATCH --signal=B:TERM@60
    #SBATCH --requeue
    #SBATCH --open-mode=append
    #SBATCH --output=longan-%A-%a.log
    exec "${LONGAN:-longan}" \(command) \\
      --shard "$SLURM_ARRAY_TASK_ID/\(shards)" --jobs "${SLURM_CPUS_PER_TASK:-1}" --no-progress

    """
  }

  private var parallel: String {
    """
    #!/bin/sh
    # Runs the shares of a sweep with GNU Parallel, and may be started again: shares that ended well are left out.
    # Take the log away after a change of the sweep: shares are known there by their number alone.
    set -u
    LONGAN=${LONGAN:-longan}
    export LONGAN
    seq 0 \(shards - 1) | parallel --jobs "${JOBS:-$(nproc)}" --joblog \(Self.quoted(folder + ".joblog")) --resume-failed \\
      --quote sh -c 'exec "$LONGAN" "$@"' longan \\
      \(command) --shard '{}/\(shards)' --jobs 1 --no-progress
    "$LONGAN" merge \(Self.quoted(folder))

    """
  }

  private var kubernetes: String {
    let arguments = (["sweep"] + words + ["-o", folder, "--shard", "$(JOB_COMPLETION_INDEX)/\(shards)"])
      .map { $0.hasPrefix("$(JOB") ? $0 : $0.replacing("$(", with: "$$(") }
    let lines = (arguments + ["--jobs", "1", "--no-progress"])
      .map { "            - \(JSONText.quoted($0))" }.joined(separator: "\n")
    return """
      # Runs the shares of a sweep as an indexed job. Put in your own image and volume; scenario and results are on the volume.
      #   kubectl apply -f this-file
      # When it is over: longan merge \(Self.quoted(folder)), on the volume.
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: longan-sweep
      spec:
        completionMode: Indexed
        completions: \(shards)
        parallelism: \(shards)
        backoffLimitPerIndex: 10
        template:
          spec:
            restartPolicy: Never
            terminationGracePeriodSeconds: 30
            containers:
              - name: longan
                image: longan:\(Longan.version)
                workingDir: /sweep
                command:
                  - longan
                args:
      \(lines)
                resources:
                  requests:
                    cpu: "1"
                    memory: 256Mi
                volumeMounts:
                  - name: sweep
                    mountPath: /sweep
            volumes:
              - name: sweep
                persistentVolumeClaim:
                  claimName: sweep

      """
  }
}
