#!/usr/bin/env node
// Makes docs/chronology.png, the picture in the README: docs/picture.cjs [PROGRAM [NODE_MODULES]].
// Needs Debian's chromium and the npm packages that tests/html/install gets.
"use strict";
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.resolve(__dirname, "..");
const program = path.resolve(process.argv[2] || path.join(root, "build/src/kroniek"));
const modules = path.resolve(process.argv[3] || path.join(root, "build/npm/node_modules"));
const { chromium } = require(path.join(modules, "playwright-core"));

(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kroniek-picture-"));
  const page = path.join(folder, "page.html");
  execFileSync(program, ["timeline", path.join(root, "examples/articles"), "--from", "2025-02-01", "--to", "2025-04-30", "--format", "html", "-o", page], { cwd: root });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"] });
  const tab = await browser.newPage({ viewport: { width: 1000, height: 620 }, reducedMotion: "reduce" });
  await tab.goto("file://" + page);
  const axis = await tab.screenshot({ clip: { x: 0, y: 0, width: 1000, height: 620 } });
  await tab.locator(".entries > li[data-t=phone_call]:has(mark.when) > details > summary").first().click();
  await tab.locator(".entries details[open]").evaluate((node) => node.closest("section").scrollIntoView());
  await tab.waitForTimeout(300);
  const list = await tab.screenshot({ clip: { x: 0, y: 0, width: 1000, height: 460 } });
  // One picture of the two: the axis, and below it an entry with its source.
  const both = await browser.newPage({ viewport: { width: 1000, height: 1080 } });
  await both.setContent(`<body style="margin:0"><img style="display:block" src="data:image/png;base64,${axis.toString("base64")}"><img style="display:block" src="data:image/png;base64,${list.toString("base64")}">`);
  await both.waitForTimeout(300);
  await both.screenshot({ path: path.join(root, "docs/chronology.png") });
  await browser.close();
  fs.rmSync(folder, { recursive: true });
})();
