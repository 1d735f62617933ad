// Chromium, and pages in it that keep count of what must not happen.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts Chromium; Debian's, unless CHROMIUM names another. */
export function openBrowser() {
  const args = ["--disable-gpu", "--force-color-profile=srgb", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
}

/** A page with its own storage; `faults` are errors and breaches of policy, `abroad` what it asked of others than its server. */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: "light", ...options }), page = await context.newPage();
  context.setDefaultTimeout(10_000);
  const home = new URL(url).host;
  page.faults = [];
  page.abroad = [];
  page.on("pageerror", (error) => page.faults.push(error.stack));
  // the browser itself tells of a broker that is gone, and of tests that look at pictures
  page.on("console", (message) => { if (["error", "warning"].includes(message.type()) && !/WebSocket connection to|willReadFrequently/.test(message.text())) page.faults.push(message.text()); });
  page.on("request", (request) => { if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).host !== home) page.abroad.push(request.url()); });
  page.on("websocket", (socket) => { if (new URL(socket.url()).host !== home) page.abroad.push(socket.url()); });
  await page.goto(url);
  return page;
}

/** Waits until an element's text fits, and gives the text. */
export async function says(page, selector, pattern, timeout = 8000) {
  const end = Date.now() + timeout;
  for (;;) {
    const text = (await page.locator(selector).textContent()).replace(/\s+/g, " ").trim();
    if (pattern.test(text)) return text;
    if (Date.now() > end) throw new Error(`${selector} says '${text}', not ${pattern}`);
    await wait(50);
  }
}

/** Waits until something holds, and gives it. */
export async function until(what, test, timeout = 8000) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await test();
    if (value) return value;
    if (Date.now() > end) throw new Error(`not within ${timeout / 1000} s: ${what}`);
    await wait(50);
  }
}

/** A figure of the gait, as the page shows it; NaN for none. */
export async function figure(page, name) {
  const texts = await page.locator("#figures > div").evaluateAll((rows) => rows.map((row) => [row.querySelector("dt").textContent, row.querySelector("dd span").textContent]));
  return Number(new Map(texts).get(name).replace("−", "-"));
}

/** How many different colours a canvas shows, and a number that changes with what it shows. */
export function look(page, selector) {
  return page.locator(selector).evaluate((canvas) => {
    const pixels = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    let sum = 0;
    for (const pixel of pixels) sum = (Math.imul(sum, 31) + pixel) | 0;
    return { colors: new Set(pixels).size, sum };
  });
}

/** Breaches of WCAG 2.2 A and AA and of good practice, as axe finds them. */
export async function breaches(page) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  if (passes.length < 20) throw new Error("axe did not look");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join("; ")}`);
}
