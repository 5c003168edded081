// The chronology stands in the page without this script; it adds filters, zooming and views that can be sent.
"use strict";
(() => {
  const root = document.documentElement;
  const words = JSON.parse(document.getElementById("words").textContent);
  const form = document.getElementById("filters");
  const axis = document.getElementById("axis");
  const entries = [...document.querySelectorAll(".entries > li")].map((node) => ({
    node,
    type: node.dataset.t,
    status: node.dataset.s,
    actors: node.dataset.p ? node.dataset.p.split(" ") : [],
    sources: node.dataset.d ? node.dataset.d.split(" ") : [],
    independent: +node.dataset.n,
  }));
  const claims = [...document.querySelectorAll(".claims > li")].map((node) => ({ node, actors: [node.dataset.p], sources: [node.dataset.d] }));
  const groups = [...document.querySelectorAll(".group")];
  const parts = [...document.querySelectorAll(".part")];
  root.classList.add("live");

  // ---- the time axis
  const svg = axis && axis.querySelector("svg");
  const ticks = svg && svg.querySelector(".ticks");
  const days = svg ? [...svg.querySelectorAll("[data-d]")].map((node) => ({ node, at: +node.dataset.d })) : [];
  const spans = svg ? [...svg.querySelectorAll("[data-a]")].map((node) => ({ node, from: +node.dataset.a, to: +node.dataset.b, line: node.tagName === "line" })) : [];
  const marks = new Map();
  for (const node of svg ? svg.querySelectorAll("a") : []) marks.set(node.getAttribute("href").slice(1), node);
  const whole = svg ? [+axis.dataset.first, +axis.dataset.last] : [0, 1];
  const start = svg ? [+axis.dataset.from, +axis.dataset.to] : [0, 1];
  const height = svg ? svg.viewBox.baseVal.height : 0;
  let view = start.slice();
  let width = 1200;

  const iso = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
  const say = (day, options) => new Intl.DateTimeFormat(root.lang, { timeZone: "UTC", ...options }).format(new Date(day * 864e5));
  const x = (day) => ((day - view[0]) / (view[1] - view[0])) * width;
  const civil = (y, m, d) => Date.UTC(y, m, d) / 864e5;

  // Steps from days to decades: the first of which labels have room.
  function steps() {
    const perDay = width / (view[1] - view[0]);
    const room = 64 / perDay;
    const first = new Date(view[0] * 864e5);
    const out = [];
    if (room <= 14) {
      const step = room <= 1 ? 1 : room <= 2 ? 2 : room <= 7 ? 7 : 14;
      const monday = 4 + 7 * Math.floor((view[0] - 4) / 7);
      for (let day = step < 7 ? Math.floor(view[0]) : monday; day <= view[1]; day += step) out.push([day, say(day, { day: "numeric", month: "short" })]);
    } else {
      const months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((n) => n * 30.4 >= room) || 1200;
      let month = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / months) * months;
      for (; ; month += months) {
        const day = civil(Math.floor(month / 12), month % 12, 1);
        if (day > view[1]) break;
        out.push([day, say(day, months < 12 ? { month: "short", year: month % 12 === 0 || out.length === 0 ? "numeric" : undefined } : { year: "numeric" })]);
      }
    }
    return out.filter(([day]) => day >= view[0]);
  }

  let drawing = 0;
  function draw() {
    if (svg) drawing = drawing || requestAnimationFrame(drawNow);
  }
  function drawNow() {
    drawing = 0;
    width = axis.clientWidth || width;
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    for (const { node, at } of days) node.setAttribute("x", x(at + 0.5).toFixed(1));
    for (const { node, from, to, line } of spans) {
      let left = Math.max(-20, x(from)), right = Math.min(width + 20, x(to + 1));
      const lack = 10 - (x(to + 1) - x(from));
      if (lack > 0) [left, right] = [left - lack / 2, right + lack / 2];
      if (line) {
        node.setAttribute("x1", left.toFixed(1));
        node.setAttribute("x2", Math.max(left, right).toFixed(1));
      } else {
        node.setAttribute("x", left.toFixed(1));
        node.setAttribute("width", Math.max(0, right - left).toFixed(1));
      }
    }
    const names = "http://www.w3.org/2000/svg";
    ticks.replaceChildren();
    for (const [day, label] of steps()) {
      const line = document.createElementNS(names, "line");
      const at = x(day).toFixed(1);
      for (const [key, value] of [["class", "rule"], ["x1", at], ["x2", at], ["y1", 0], ["y2", height]]) line.setAttribute(key, value);
      const text = document.createElementNS(names, "text");
      text.setAttribute("x", (+at + 3).toFixed(1));
      text.setAttribute("y", 12);
      text.textContent = label;
      ticks.append(line, text);
    }
  }

  function show(from, to) {
    const least = 3, span = Math.min(Math.max(to - from, least), (whole[1] - whole[0]) * 1.2 + 2);
    const middle = Math.min(Math.max((from + to) / 2, whole[0]), whole[1]);
    view = [middle - span / 2, middle + span / 2];
    draw();
  }
  const zoom = (factor, around = (view[0] + view[1]) / 2) => show(around - (around - view[0]) * factor, around + (view[1] - around) * factor);
  const pan = (share) => show(view[0] + share * (view[1] - view[0]), view[1] + share * (view[1] - view[0]));

  if (svg) {
    document.getElementById("tools").hidden = false;
    const acts = { in: () => zoom(0.6), out: () => zoom(1 / 0.6), earlier: () => pan(-0.4), later: () => pan(0.4), all: () => show(whole[0] - 1, whole[1] + 2) };
    for (const button of document.querySelectorAll("#tools button")) button.addEventListener("click", () => (acts[button.dataset.act](), keep()));
    const keys = { "+": acts.in, "=": acts.in, "-": acts.out, ArrowLeft: acts.earlier, ArrowRight: acts.later, Home: acts.all, 0: acts.all };
    axis.addEventListener("keydown", (event) => {
      const act = keys[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
      keep();
    });
    const dayAt = (event) => view[0] + ((event.clientX - svg.getBoundingClientRect().left) / width) * (view[1] - view[0]);
    // The wheel scrolls the page unless the axis has been chosen.
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && document.activeElement !== axis) return;
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, dayAt(event));
      keep();
    }, { passive: false });
    const fingers = new Map();
    let moved = 0;
    svg.addEventListener("pointerdown", (event) => { fingers.set(event.pointerId, event.clientX); moved = 0; });
    svg.addEventListener("pointermove", (event) => {
      if (!fingers.has(event.pointerId)) return;
      const before = [...fingers.values()];
      moved += Math.abs(event.clientX - fingers.get(event.pointerId));
      if (moved > 6 && !svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, event.clientX);
      const after = [...fingers.values()];
      if (before.length === 1) pan((before[0] - after[0]) / width);
      if (before.length === 2) {
        const apart = Math.abs(after[0] - after[1]) || 1;
        const middle = (after[0] + after[1]) / 2;
        zoom(Math.abs(before[0] - before[1]) / apart, dayAt({ clientX: middle }));
      }
    });
    for (const name of ["pointerup", "pointercancel"]) svg.addEventListener(name, (event) => { if (fingers.delete(event.pointerId) && moved > 6) keep(); });
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("click", (event) => {
      if (moved > 6) return event.preventDefault();
      const link = event.target.closest("a");
      if (!link) return;
      event.preventDefault();
      open(link.getAttribute("href").slice(1));
      keep();
    });
    addEventListener("resize", draw);
  }

  // ---- what the address says
  let opened = "";
  function open(id) {
    const node = document.getElementById(id);
    if (!node) return;
    opened = id;
    const details = node.querySelector("details");
    if (details) details.open = true;
    node.scrollIntoView({ block: "center" });
    const summary = node.querySelector("summary");
    if (summary) summary.focus({ preventScroll: true });
  }

  const boxes = (name) => [...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value);
  function keep() {
    const say = new URLSearchParams();
    for (const name of ["type", "status"]) if (boxes(name).length) say.set(name, boxes(name).join(","));
    for (const name of ["actor", "source", "q"]) if (form.elements[name].value.trim()) say.set(name, form.elements[name].value.trim());
    if (+form.elements.min.value > 1) say.set("min", form.elements.min.value);
    if (svg && (view[0] !== start[0] || view[1] !== start[1])) say.set("view", `${iso(view[0])}..${iso(view[1])}`);
    if (opened) say.set("e", opened);
    const hash = say.toString().replaceAll("%2C", ",");
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  function follow() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) return open(decodeURIComponent(hash));
    const said = new URLSearchParams(hash);
    for (const name of ["type", "status"]) {
      const chosen = (said.get(name) || "").split(",");
      for (const box of form.querySelectorAll(`input[name=${name}]`)) box.checked = chosen.includes(box.value);
    }
    for (const name of ["actor", "source", "q"]) form.elements[name].value = said.get(name) || "";
    form.elements.min.value = said.get("min") || "1";
    const span = (said.get("view") || "").split("..").map((day) => Date.parse(day) / 864e5);
    if (span.length === 2 && span[0] < span[1]) show(span[0], span[1]);
    filter();
    if (said.get("e")) open(said.get("e"));
  }

  // ---- filters
  const texts = new Map();
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  function holds(node, wanted) {
    if (!texts.has(node)) texts.set(node, fold(node.textContent));
    return wanted.every((word) => texts.get(node).includes(word));
  }

  function filter() {
    const types = new Set(boxes("type")), statuses = new Set(boxes("status"));
    const { actor, source, min, q } = form.elements;
    const wanted = fold(q.value).split(/\s+/).filter(Boolean);
    const fits = (item) => (!actor.value || item.actors.includes(actor.value)) && (!source.value || item.sources.includes(source.value)) && (!wanted.length || holds(item.node, wanted));
    let shown = 0;
    for (const entry of entries) {
      const good = (!types.size || types.has(entry.type)) && (!statuses.size || statuses.has(entry.status)) && (+min.value <= 1 || entry.independent >= +min.value) && fits(entry);
      if (entry.node.hidden === good) entry.node.hidden = !good;
      const mark = marks.get(entry.node.id);
      if (mark) mark.style.display = good ? "" : "none";
      shown += good;
    }
    for (const claim of claims) claim.node.hidden = !fits(claim);
    for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
    for (const part of parts) part.hidden = !part.querySelector(".group:not([hidden])");
    document.getElementById("shown").textContent = words.shown.replace("{n}", shown).replace("{m}", entries.length);
  }

  form.hidden = false;
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (filter(), keep()), 80);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => (opened = "", filter(), keep())));
  document.addEventListener("toggle", (event) => {
    const item = event.target.closest && event.target.closest(".entries > li");
    if (!item) return;
    if (event.target.open) opened = item.id;
    else if (opened === item.id) opened = "";
    keep();
  }, true);
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(".entries > li:not([hidden]) > details:not([open])")];
    if (closed.length <= 500) for (const details of closed) details.open = true;
    else closed = [];
  });
  addEventListener("afterprint", () => { for (const details of closed) details.open = false; });
  addEventListener("hashchange", follow);
  draw();
  follow();
})();
