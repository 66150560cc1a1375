import Foundation

/// A real browser, where one is installed: shows a page in frames of several widths and asks it questions.
enum Browser {
  static let path: String? = {
    let known = [ProcessInfo.processInfo.environment["LONGAN_CHROMIUM"], "/usr/bin/chromium", "/usr/bin/google-chrome"]
    return known.compactMap(\.self).first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// What a script answers that runs beside a page, for each frame: a line of text each; and what the console said.
  ///
  /// The page itself is not changed. In `script` the frame's window is `w`, its document `d` and its width `width`.
  static func ask(
    _ page: String, widths: [Int], hasScripts: Bool = true, isDark: Bool = false, in folder: TemporaryFolder,
    _ script: String
  ) throws -> (answers: [String], console: [String]) {
    let literal = String(decoding: try JSONEncoder().encode(page), as: UTF8.self).replacing("<", with: "\\u003c")
    let host = """
      <!doctype html><meta charset="utf-8"><body><pre id="answers"></pre><script>
      const page = \(literal), widths = \(widths), answers = [];
      function ask(w, d, width) { \(script) }
      for (const width of widths) {
        const frame = document.createElement("iframe");
        frame.width = width; frame.height = 900; frame.style.border = "0";
        \(hasScripts ? "" : "frame.sandbox = 'allow-same-origin';")
        frame.srcdoc = page;
        frame.onload = () => {
          let answer;
          try { answer = ask(frame.contentWindow, frame.contentDocument, width); } catch (fault) { answer = "fault: " + fault; }
          answers[widths.indexOf(width)] = String(answer);
          if (answers.filter(a => a !== undefined).length === widths.length)
            document.getElementById("answers").textContent = "BEGIN" + JSON.stringify(answers) + "END";
        };
        document.body.append(frame);
      }
      </script>
      """
    try folder.write(host, to: "host.html")
    let answer = try run(
      (isDark ? ["--blink-settings=preferredColorScheme=0"] : []) + [
        "--virtual-time-budget=20000", "--dump-dom", folder.url.appending(path: "host.html").absoluteString,
      ], in: folder)
    let text = answer.output
    guard let begin = text.range(of: "<pre id=\"answers\">BEGIN"),
      let end = text[begin.upperBound...].range(of: "END</pre>")
    else {
      return ([], ["no answer: \(answer.errors.suffix(300))"])
    }
    // The browser escapes what it prints.
    let json = String(text[begin.upperBound..<end.lowerBound])
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&nbsp;", with: " ").replacing(
        "&amp;", with: "&")
    let answers = try JSONDecoder().decode([String].self, from: Data(json.utf8))
    let console = answer.errors.split(separator: "\n").filter { $0.contains("CONSOLE") }.map(String.init)
    return (answers, console)
  }

  /// Runs the browser, without a window.
  static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Answer {
    let fixed = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--enable-logging=stderr", "--v=0", "--user-data-dir=" + folder.url.appending(path: "profile").path,
    ]
    return try Answer(
      running: path ?? "", fixed + arguments, in: folder.url,
      environment: ["HOME": folder.url.path, "PATH": "/usr/bin:/bin"])
  }
}
