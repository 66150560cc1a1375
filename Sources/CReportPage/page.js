"use strict";
(function () {
  var root = document.documentElement;
  var state = { lang: root.dataset.lang, era: root.dataset.era, policy: null, grade: null, day: null, year: 0 };
  root.classList.add("js");

  function all(query, within) { return Array.prototype.slice.call((within || document).querySelectorAll(query)); }
  function shown(element) { return element && element.getClientRects().length > 0; }
  function press(id, on) { var b = document.getElementById(id); if (b) b.setAttribute("aria-pressed", on); }

  // The address keeps the view, so that a link opens the same one.
  function read() {
    location.hash.slice(1).split("&").forEach(function (part) {
      var pair = part.split("=");
      if (part === "th" || part === "en") state.lang = part;
      if (part === "be" || part === "ce") state.era = part;
      if ((pair[0] === "policy" || pair[0] === "grade") && pair[1]) state[pair[0]] = decodeURIComponent(pair[1]);
    });
  }
  function write() {
    var parts = [state.lang, state.era];
    ["policy", "grade"].forEach(function (key) {
      if (state[key]) parts.push(key + "=" + encodeURIComponent(state[key]));
    });
    try { history.replaceState(null, "", "#" + parts.join("&")); } catch (fault) { /* some viewers forbid it */ }
  }

  function apply() {
    root.lang = root.dataset.lang = state.lang;
    root.dataset.era = state.era;
    press("to-th", state.lang === "th"); press("to-en", state.lang === "en");
    press("to-be", state.era === "be"); press("to-ce", state.era === "ce");
    all("option[data-en]").forEach(function (o) { o.textContent = o.dataset[state.lang]; });
    all("[data-label-en]").forEach(function (e) {
      e.setAttribute("aria-label", e.getAttribute("data-label-" + state.lang));
    });
    all("svg[aria-labelledby]").forEach(function (svg) {
      svg.setAttribute("aria-labelledby", svg.id + "-t-" + state.lang + " " + svg.id + "-d-" + state.lang);
    });
    var title = document.querySelector("h1 [lang=" + state.lang + "]") || document.querySelector("h1");
    document.title = title.textContent;
    ["policy", "grade"].forEach(function (key) {
      var select = document.getElementById("pick-" + key);
      if (!select) return;
      var known = all("option", select).map(function (o) { return o.value; });
      if (known.indexOf(state[key]) < 0) state[key] = known[0];
      select.value = state[key];
    });
    all(".variant").forEach(function (v) {
      v.classList.toggle("on", (!v.dataset.policy || !state.policy || v.dataset.policy === state.policy) &&
        (!v.dataset.grade || !state.grade || v.dataset.grade === state.grade));
    });
    // What a page has not of every policy it shows of the first kind.
    all("section").forEach(function (section) {
      var variants = all(".variant", section);
      if (!variants.length || variants.some(function (v) { return v.classList.contains("on"); })) return;
      variants.filter(function (v) { return v.dataset.policy === state.policy; }).slice(0, 1).forEach(function (v) { v.classList.add("on"); });
    });
    all("[data-pick]").forEach(function (b) { b.setAttribute("aria-pressed", b.dataset.pick === state.policy); });
    year(); cursor(); write();
  }

  // One date for all charts that have dates; the tip reads the row of the table.
  function stages() { return all(".stage[tabindex]").filter(shown); }
  function rowsOf(stage) { return all("tr[data-day]", stage.parentNode); }
  function nearest(rows, day) {
    return rows.reduce(function (best, row) {
      return !best || Math.abs(row.dataset.day - day) < Math.abs(best.dataset.day - day) ? row : best;
    }, null);
  }
  function drawing(stage) { return all("svg", stage).filter(shown)[0]; }
  function text(cell) {
    return all("*", cell).length ? (function visible(node) {
      if (node.nodeType === 3) return node.data;
      if (node.lang && node.lang !== state.lang) return "";
      if (node.classList.contains("be") && state.era !== "be" || node.classList.contains("ce") && state.era !== "ce") return "";
      return Array.prototype.map.call(node.childNodes, visible).join("");
    })(cell) : cell.textContent;
  }
  function cursor() {
    all(".cursor").forEach(function (line) { line.remove(); });
    all("tr.now").forEach(function (row) { row.classList.remove("now"); });
    all(".tip").forEach(function (tip) { tip.textContent = ""; });
    if (state.day === null) return;
    stages().forEach(function (stage) {
      var rows = rowsOf(stage), svg = drawing(stage);
      if (!rows.length || !svg) return;
      var row = nearest(rows, state.day);
      row.classList.add("now");
      var heads = all("thead th", stage.parentNode);
      var words = all("th, td", row).map(function (cell, place) {
        return place ? text(heads[place]) + " " + text(cell) : text(cell);
      });
      stage.parentNode.querySelector(".tip").textContent = words[0] + ": " + words.slice(1).join(" · ");
      var axis = svg.querySelector("[data-days]");
      if (!axis) return;
      var d = axis.dataset, x = +d.from + (row.dataset.day - d.first + 0.5) / d.days * (d.to - d.from);
      if (x < +d.from || x > +d.to) return;
      var line = document.createElementNS("http://www.w3.org/2000/svg", "line");
      [["x1", x], ["x2", x], ["y1", d.top], ["y2", d.bottom], ["class", "cursor"], ["aria-hidden", "true"]].forEach(function (a) { line.setAttribute(a[0], a[1]); });
      svg.appendChild(line);
    });
  }
  function year() {
    all(".single").forEach(function (path) { path.style.display = +path.dataset.year === state.year ? "inline" : "none"; });
    all(".year").forEach(function (out) { out.textContent = state.year || "–"; });
  }

  function csv(table) {
    return "\ufeff" + all("tr", table).map(function (row) {
      return all("th, td", row).map(function (cell) {
        var words = text(cell).replace(/\u2212/g, "-").replace(/^(-?[\d]{1,3}(,\d{3})+)(\.\d+)?$/, function (n) { return n.replace(/,/g, ""); });
        if (/^[=+@]/.test(words) || /^-(?![\d.])/.test(words)) words = "'" + words;
        return /[",\n]/.test(words) ? '"' + words.replace(/"/g, '""') + '"' : words;
      }).join(",");
    }).join("\r\n") + "\r\n";
  }
  function picture(svg) {
    var copy = svg.cloneNode(true);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    var other = state.lang === "th" ? "en" : "th", era = state.era === "be" ? "ce" : "be";
    all("[lang=" + other + "], ." + era + ", .cursor", copy).forEach(function (e) { e.remove(); });
    all(".single", copy).forEach(function (e) { if (e.style.display === "none") e.remove(); });
    var style = document.createElementNS("http://www.w3.org/2000/svg", "style");
    style.textContent = document.querySelector("style").textContent.split("/* charts */")[1] || "";
    copy.insertBefore(style, copy.firstChild);
    copy.setAttribute("font-family", getComputedStyle(svg).fontFamily);
    return new XMLSerializer().serializeToString(copy);
  }
  function save(name, type, words) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([words], { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    var set = { "to-th": ["lang", "th"], "to-en": ["lang", "en"], "to-be": ["era", "be"], "to-ce": ["era", "ce"] }[button.id];
    if (set) { state[set[0]] = set[1]; apply(); }
    if (button.id === "print") window.print();
    if (button.dataset.pick) { state.policy = button.dataset.pick; apply(); }
    if (button.dataset.step) {
      var count = +button.dataset.count;
      state.year = (state.year + +button.dataset.step + count + 1) % (count + 1);
      year();
    }
    if (button.dataset.copy !== undefined) {
      var command = button.closest("section").querySelector(".command");
      if (navigator.clipboard) navigator.clipboard.writeText(command.textContent);
      var range = document.createRange(); range.selectNodeContents(command);
      getSelection().removeAllRanges(); getSelection().addRange(range);
    }
    if (button.dataset.save) {
      var figure = button.closest("figure"), name = figure.dataset.file;
      if (button.dataset.save === "csv") save(name + ".csv", "text/csv", csv(figure.querySelector("table")));
      else save(name + ".svg", "image/svg+xml", picture(drawing(figure)));
    }
  });
  document.addEventListener("change", function (event) {
    if (event.target.id === "pick-policy") { state.policy = event.target.value; apply(); }
    if (event.target.id === "pick-grade") { state.grade = event.target.value; apply(); }
  });
  function point(event) {
    var stage = event.target.closest && event.target.closest(".stage[tabindex]");
    if (!stage) return;
    var svg = drawing(stage), axis = svg && svg.querySelector("[data-days]");
    if (!axis) return;
    var box = svg.getBoundingClientRect(), d = axis.dataset;
    var x = (event.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
    state.day = Math.min(+d.first + +d.days, Math.max(+d.first, +d.first + (x - d.from) / (d.to - d.from) * d.days));
    cursor();
  }
  document.addEventListener("pointermove", point);
  document.addEventListener("pointerdown", point);
  document.addEventListener("keydown", function (event) {
    var stage = event.target.closest && event.target.closest(".stage[tabindex]");
    var by = { ArrowLeft: -1, ArrowRight: 1, Home: -1e6, End: 1e6 }[event.key];
    if (event.key === "Escape") { state.day = null; cursor(); }
    if (!stage || by === undefined) return;
    event.preventDefault();
    var rows = rowsOf(stage);
    if (!rows.length) return;
    var place = state.day === null ? (by < 0 ? rows.length : -1) : rows.indexOf(nearest(rows, state.day));
    state.day = +rows[Math.min(rows.length - 1, Math.max(0, place + by))].dataset.day;
    cursor();
  });
  window.addEventListener("beforeprint", function () { all("details").forEach(function (d) { if (!d.open) { d.open = true; d.dataset.closed = ""; } }); });
  window.addEventListener("afterprint", function () { all("details[data-closed]").forEach(function (d) { d.open = false; delete d.dataset.closed; }); });
  window.addEventListener("hashchange", function () { read(); apply(); });
  read(); apply();
})();
