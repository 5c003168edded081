#!/usr/bin/env node
// The HTML page as a reader meets it, in Debian's Chromium: run.cjs PROGRAM [NODE_MODULES].
// The last line counts: html: N passed, N failed, N skipped.
"use strict";
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const assert = require("node:assert");

const root = path.resolve(__dirname, "../..");
const program = path.resolve(process.argv[2] || path.join(root, "build/src/kroniek"));
const modules = path.resolve(process.argv[3] || path.join(root, "build/npm/node_modules"));
const browserPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(fs.existsSync);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kroniek-html-"));
const cases = [];
const test = (name, run) => cases.push({ name, run });

function kroniek(args, input = "") {
  try {
    return execFileSync(program, args, { input, maxBuffer: 1 << 30, stdio: ["pipe", "pipe", "ignore"] }).toString();
  } catch (fault) {
    if (fault.status !== 1) throw fault;
    return fault.stdout.toString(); // done, with findings
  }
}

function page(name, args, input) {
  const file = path.join(folder, name + ".html");
  fs.writeFileSync(file, kroniek(["timeline", "--format", "html", ...args], input));
  return { file, json: JSON.parse(kroniek(["timeline", ...args], input)) };
}

let browser;
async function visit(file, { fragment = "", width = 1280, js = true, dark = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: js, colorScheme: dark ? "dark" : "light", hasTouch: width < 600 });
  const tab = await context.newPage();
  tab.faults = [];
  tab.requests = [];
  tab.on("pageerror", (fault) => tab.faults.push(fault.message));
  tab.on("console", (message) => message.type() === "error" && tab.faults.push(message.text()));
  tab.on("dialog", (dialog) => { tab.faults.push("dialog"); dialog.dismiss(); });
  tab.on("request", (request) => request.url().startsWith("file:") || tab.requests.push(request.url()));
  await tab.goto("file://" + file + fragment);
  return tab;
}
const shown = (tab) => tab.locator(".entries > li:not([hidden])").count();
const settle = (tab) => tab.waitForTimeout(250);

let articles;
const all = (json) => json.entries.length + json.undated.length;

test("every entry and claim is there, with its day in words", async () => {
  const tab = await visit(articles.file);
  assert.equal(await tab.locator(".entries > li").count(), all(articles.json));
  assert.equal(await tab.locator(".claims > li").count(), articles.json.claims.length);
  assert.equal(await tab.locator("ol.sources > li").count(), articles.json.documents.length);
  assert.equal(await tab.locator("#axis svg > a").count(), articles.json.entries.length);
  assert.deepEqual([tab.faults, tab.requests], [[], []]);
});

test("an entry opens to the sentence of its source, with the evidence and the date marked", async () => {
  const tab = await visit(articles.file);
  const entry = articles.json.entries.find((e) => e.mentions[0].date && /^[\w ,éëïö]+$/u.test(e.mentions[0].text));
  const item = tab.locator(`[id="${entry.id}"]`);
  await item.locator("summary").click();
  const sentence = item.locator("blockquote").first();
  assert.ok(await sentence.isVisible());
  const words = (await sentence.textContent()).replace(/\s+/g, " ");
  assert.ok(words.includes(entry.mentions[0].text.replace(/\s+/g, " ")), words);
  assert.equal(await sentence.locator("mark.when").first().textContent(), entry.mentions[0].date.text);
  assert.ok(words.length >= entry.mentions[0].text.length);
  assert.ok((await item.locator(".source").first().textContent()).includes(entry.mentions[0].rule));
  await settle(tab);
  assert.ok(tab.url().includes(entry.id), tab.url());
});

test("trigger, date and participants are marked where the source has them", async () => {
  const tab = await visit(articles.file);
  const entries = [...articles.json.entries, ...articles.json.undated];
  const found = await tab.evaluate(() => {
    const texts = (node, what) => [...node.querySelectorAll(what)].map((part) => part.textContent);
    return Object.fromEntries([...document.querySelectorAll(".entries > li")].map((li) => [li.id, [...li.querySelectorAll("blockquote")].map((quote) => ({
      all: quote.textContent, trigger: texts(quote, "mark.trigger").join(""), actors: texts(quote, "b.actor").join(""), when: texts(quote, "mark.when").join("") }))]));
  });
  // Letters only: what is marked is cut where marks meet, and a source may break a line.
  const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");
  let pronouns = 0, triggers = 0;
  for (const entry of entries) {
    entry.mentions.forEach((mention, i) => {
      const quote = found[entry.id][i];
      const own = mention.words.filter((w) => w.begin >= mention.begin && w.end <= mention.end);
      const date = mention.date && mention.date.begin < mention.end && mention.date.end > mention.begin ? mention.date : null;
      const covered = (w) => date && w.begin < date.end && date.begin < w.end; // the date's mark lies above
      for (const word of own.filter((w) => w.role === "trigger" && !covered(w))) {
        assert.ok(letters(quote.trigger).includes(letters(word.text)), `${entry.id} ${word.text}: ${quote.all}`);
        ++triggers;
      }
      for (const word of own.filter((w) => w.id && w.role !== "place" && !covered(w))) {
        assert.ok(letters(quote.actors).includes(letters(word.text)), `${entry.id} ${word.text}: ${quote.all}`);
        if (["hij", "zij", "ze", "hem", "hun", "haar"].includes(word.text.toLowerCase())) ++pronouns;
      }
      if (date) assert.equal(letters(quote.when), letters(date.text));
    });
  }
  assert.ok(triggers > entries.length * 0.9, String(triggers));
  assert.ok(pronouns > 3, String(pronouns));
});

test("in English nothing but the sources is Dutch", async () => {
  const english = page("english", ["--language", "en", path.join(root, "examples/articles/2025-03-04-vijf-dagen.md")]);
  const tab = await visit(english.file);
  const own = await tab.evaluate(() => {
    for (const node of document.querySelectorAll('[lang="nl"], ol.sources, .source, select[name=source], script, style')) node.remove();
    return document.body.textContent;
  });
  assert.ok(own.includes("Zelensky visits Washington"), own.slice(0, 2000));
  assert.ok(own.includes("United Kingdom"));
  // "Functionaris van het Witte Huis" is told in the words of the source.
  for (const word of [" een ", " met ", " volgens ", "Verenigde", "Oekraïne", "Londen", "bestand", "maart", "steun"]) assert.equal(own.includes(word), false, word + ": " + own.slice(own.indexOf(word) - 60, own.indexOf(word) + 60));
});

test("filters by type and actor leave what they name, and the address keeps them", async () => {
  const tab = await visit(articles.file);
  const want = (e) => e.type === "phone_call" && [...e.participants, ...e.according_to].some((p) => p.id === "trump");
  const number = [...articles.json.entries, ...articles.json.undated].filter(want).length;
  assert.ok(number > 0);
  await tab.locator("form summary").click();
  await tab.locator("input[name=type][value=phone_call]").check();
  await tab.locator("select[name=actor]").selectOption("trump");
  await settle(tab);
  assert.equal(await shown(tab), number);
  assert.equal(await tab.locator("#axis svg > a:visible").count(), articles.json.entries.filter(want).length);
  const fragment = new URL(tab.url()).hash;
  assert.ok(fragment.includes("type=phone_call") && fragment.includes("actor=trump"), fragment);
  const other = await visit(articles.file, { fragment });
  assert.equal(await shown(other), number);
  assert.equal(await other.locator(".group:visible .entries:not(:has(> li:not([hidden])))").count(), 0);
  await other.locator("button[type=reset]").click();
  await settle(other);
  assert.equal(await shown(other), all(articles.json));
});

test("words, status, source and number of sources filter as well", async () => {
  const entries = [...articles.json.entries, ...articles.json.undated];
  const tab = await visit(articles.file, { fragment: "#status=planned,negated" });
  assert.equal(await shown(tab), entries.filter((e) => ["planned", "negated"].includes(e.status)).length);
  const second = await visit(articles.file, { fragment: "#source=" + articles.json.documents[1].id });
  assert.equal(await shown(second), entries.filter((e) => e.mentions.some((m) => m.document === articles.json.documents[1].id)).length);
  const third = await visit(articles.file, { fragment: "#min=2" });
  assert.equal(await shown(third), entries.filter((e) => e.sources >= 2).length);
  const fourth = await visit(articles.file, { fragment: "#q=zelensky+ORBAN+zzz" });
  assert.equal(await shown(fourth), 0);
  const fifth = await visit(articles.file);
  await fifth.locator("input[name=q]").fill("PETERSBURG");
  await settle(fifth);
  const number = await shown(fifth);
  assert.ok(number > 0 && number < entries.length, String(number));
});

test("a fragment leads to an entry and opens it; so does a sign on the axis", async () => {
  const id = articles.json.entries.at(-1).id;
  const tab = await visit(articles.file, { fragment: "#" + id });
  assert.ok(await tab.locator(`[id="${id}"] blockquote`).first().isVisible());
  const other = articles.json.entries.find((e) => e.date.length === 10 && e.status === "occurred");
  await tab.evaluate(() => scrollTo(0, 0));
  await tab.locator(`#axis a[href="#${other.id}"] use`).first().click({ force: true });
  await settle(tab);
  const opened = await tab.locator(".entries details[open]").count();
  assert.ok(opened >= 2, String(opened));
});

test("the axis zooms and moves by keyboard, mouse and buttons, and the address keeps the view", async () => {
  const tab = await visit(articles.file);
  await tab.locator("#axis").focus();
  const places = () => tab.locator("#axis use[data-d]").evaluateAll((nodes) => nodes.map((node) => node.getAttribute("x")).join());
  const before = await places();
  await tab.keyboard.press("+");
  await settle(tab);
  const zoomed = await places();
  assert.notEqual(zoomed, before);
  await tab.keyboard.press("ArrowRight");
  await settle(tab);
  assert.notEqual(await places(), zoomed);
  assert.match(new URL(tab.url()).hash, /view=\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d/);
  const box = await tab.locator("#axis svg").boundingBox();
  const still = await places();
  await tab.mouse.move(box.x + 300, box.y + 5);
  await tab.mouse.down();
  await tab.mouse.move(box.x + 150, box.y + 5, { steps: 5 });
  await tab.mouse.up();
  await settle(tab);
  assert.notEqual(await places(), still);
  await tab.locator("button[data-act=all]").click();
  await settle(tab);
  const outside = await tab.locator("#axis svg > a > use").evaluateAll((nodes) => nodes.filter((node) => +node.getAttribute("x") < 0 || +node.getAttribute("x") > 1300).length);
  assert.equal(outside, 0);
  assert.deepEqual(tab.faults, []);
});

test("two fingers zoom and one moves on a telephone; up and down scrolls the page", async () => {
  const tab = await visit(articles.file, { width: 390 });
  const session = await tab.context().newCDPSession(tab);
  const box = await tab.locator("#axis svg").boundingBox();
  const view = () => tab.locator("#axis use[data-d]").evaluateAll((nodes) => nodes.map((node) => +node.getAttribute("x")));
  const spread = (places) => Math.max(...places) - Math.min(...places);
  const touch = (type, ...points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((x, id) => ({ x, y: box.y + 40, id })) });
  const before = await view();
  await touch("touchStart", 150, 200);
  for (let step = 1; step <= 5; ++step) await touch("touchMove", 150 - 20 * step, 200 + 20 * step);
  await touch("touchEnd");
  await settle(tab);
  const zoomed = await view();
  assert.ok(spread(zoomed) > 2 * spread(before), `${spread(before)} ${spread(zoomed)}`);
  await touch("touchStart", 300);
  for (let step = 1; step <= 5; ++step) await touch("touchMove", 300 - 20 * step);
  await touch("touchEnd");
  await settle(tab);
  const moved = await view();
  assert.ok(Math.abs(moved[0] - zoomed[0] + 100) < 15, `${moved[0] - zoomed[0]}`);
  assert.deepEqual(tab.faults, []);
});

test("without scripts all is there but the filters", async () => {
  const tab = await visit(articles.file, { js: false });
  assert.equal(await tab.locator("#filters").isVisible(), false);
  assert.equal(await tab.locator(".entries > li").count(), all(articles.json));
  await tab.locator(".entries summary").first().click();
  assert.ok(await tab.locator(".entries blockquote").first().isVisible());
  assert.ok(await tab.locator("#axis svg .ticks text").count() > 1);
});

test("it prints", async () => {
  const tab = await visit(articles.file);
  const pdf = await tab.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 4).toString(), "%PDF");
  assert.ok(pdf.length > 20000, String(pdf.length));
});

for (const [name, options] of [["on a desk", {}], ["in the dark", { dark: true }], ["on a telephone", { width: 390 }]]) {
  test(`axe finds no serious fault ${name}`, async () => {
    const tab = await visit(articles.file, options);
    await tab.locator(".entries summary").first().click();
    await tab.locator("form summary").click();
    await tab.evaluate(fs.readFileSync(path.join(modules, "axe-core/axe.min.js"), "utf8"));
    const result = await tab.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    const serious = result.violations.filter((v) => ["serious", "critical"].includes(v.impact));
    assert.deepEqual(serious.map((v) => `${v.id}: ${v.nodes[0].html}`), []);
    assert.ok(result.passes === undefined || result.passes.length >= 0);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
  });
}

test("what tries to be markup or script is text", async () => {
  const line = (more) => JSON.stringify({ id: 'x"><img src=y onerror=window.bad=1>', published: "2025-03-19", text: "Nora Wiebes belde dinsdag met Jan Tolsma.", ...more });
  const hostile = page("hostile", ["-"], [
    line({ title: "</title></script><script>window.bad=1</script>", url: "javascript:window.bad=1", author: "<b onclick=x>" }),
    line({ id: "b", text: "Volgens Emma Koster is het „<img src=x onerror=window.bad=1> \u202Eomgekeerd\u202C </script><script>window.bad=1</script>”. Nora Wiebes belde <svg onload=window.bad=1> dinsdag met Jan Tolsma.", url: 'https://example.org/"onmouseover="window.bad=1', title: "=cmd|' /C calc'!A0" }),
    line({ id: "c d", source: "<script>window.bad=1</script>", url: "http://example.org/a?b=1&c=2" }),
  ].join("\n"));
  const tab = await visit(hostile.file, { fragment: "#q=<script>window.bad=1</script>&actor=%22%3E" });
  await settle(tab);
  assert.equal(await tab.evaluate(() => window.bad), undefined);
  assert.deepEqual([tab.faults, tab.requests], [[], []]);
  assert.equal(await tab.locator(".entries > li").count(), all(hostile.json));
  assert.equal(await tab.locator("img, iframe, object, embed, [onclick], [onerror], [onmouseover]").count(), 0);
  assert.equal(await tab.locator("script").count(), 2);
  assert.deepEqual(await tab.locator("a").evaluateAll((links) => links.map((a) => a.getAttribute("href")).filter((href) => !/^(#|https?:\/\/)/.test(href))), []);
  assert.equal(fs.readFileSync(hostile.file, "utf8").includes("\u202E"), false);
});

test("an empty chronology is a page", async () => {
  const empty = page("empty", ["-"], "Niets.\n");
  const tab = await visit(empty.file);
  assert.equal(await tab.locator("#axis").count(), 0);
  assert.deepEqual(tab.faults, []);
});

test("5,000 entries stay fluent", async () => {
  const people = ["Peru", "Chili", "Noorwegen", "Finland", "Zweden", "Denemarken", "Bolivia", "Ecuador", "Ghana", "Kenia", "Portugal"];
  const months = ["januari", "februari", "maart", "april"];
  const lines = [];
  for (let d = 0, n = 0; d < 118; ++d) {
    let text = "";
    for (let i = 0; i < 50; ++i, ++n) {
      const a = n % people.length, b = (a + 1 + (Math.floor(n / people.length) % 5)) % people.length;  // each pair once a day
      const day = 1 + (Math.floor(n / 55) % 28);
      text += `Op ${day} ${months[Math.floor(n / 1540) % 4]} 2025 belde ${people[a]} met ${people[b]}.\n\n`;
    }
    lines.push(JSON.stringify({ id: "n" + d, published: "2025-05-01", title: "Stuk " + d, text }));
  }
  const many = page("many", ["-"], lines.join("\n"));
  const number = all(many.json);
  assert.ok(number >= 5000, String(number));
  const paint = async (tab) => {
    await tab.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    return tab.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
  };
  const few = await paint(await visit(articles.file));
  const tab = await visit(many.file);
  const painted = await paint(tab);
  const filtered = await tab.evaluate(() => new Promise((done) => {
    const began = performance.now();
    const select = document.querySelector("select[name=actor]");
    select.value = "chile";
    select.dispatchEvent(new Event("input", { bubbles: true }));
    const look = () => (document.querySelector(".entries > li[hidden]") ? requestAnimationFrame(() => done(performance.now() - began)) : requestAnimationFrame(look));
    look();
  }));
  const chile = [...many.json.entries, ...many.json.undated].filter((e) => e.participants.some((p) => p.id === "chile")).length;
  assert.equal(await shown(tab), chile);
  console.log(`  ${number} entries, ${(fs.statSync(many.file).size / 1e6).toFixed(1)} MB: first paint after ${painted.toFixed(0)} ms (the page of ${all(articles.json)} entries: ${few.toFixed(0)} ms), filtered after ${filtered.toFixed(0)} ms`);
  assert.ok(filtered < 5000, String(filtered));
});

async function main() {
  let missing = "";
  let playwright;
  try {
    playwright = require(path.join(modules, "playwright-core"));
    require.resolve(path.join(modules, "axe-core"));
  } catch {
    missing = "npm packages are missing in " + modules;
  }
  if (!browserPath) missing = "chromium is not installed";
  if (missing) {
    console.log(`${missing}; tests/html/install gets what is needed`);
    console.log(`html: 0 passed, 0 failed, ${cases.length} skipped`);
    return;
  }
  browser = await playwright.chromium.launch({ executablePath: browserPath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"] });
  articles = page("articles", [path.join(root, "examples/articles")]);
  let failed = 0;
  for (const { name, run } of cases) {
    try {
      await run();
    } catch (fault) {
      ++failed;
      console.log(`FAILED: ${name}\n  ${String(fault.message || fault).replaceAll("\n", "\n  ")}`);
    }
  }
  await browser.close();
  console.log(`html: ${cases.length - failed} passed, ${failed} failed, 0 skipped`);
  process.exitCode = failed ? 1 : 0;
}

main().finally(() => fs.rmSync(folder, { recursive: true, force: true }));
