// Chromium, and pages in it that keep count of what must not happen.
import { chromium } from "playwright-core";

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts Chromium; Debian's, unless CHROMIUM names another. */
export function openBrowser() {
  const args = ["--disable-gpu", "--force-color-profile=srgb", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
}

/** A page with its own storage; `faults` are errors and breaches of policy, `abroad` what it asked of others than its server. */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: "light", ...options }), page = await context.newPage();
  const home = new URL(url).host;
  page.faults = [];
  page.abroad = [];
  page.on("pageerror", (error) => page.faults.push(error.stack));
  // a broker that is gone is told in the console by the browser itself
  page.on("console", (message) => { if (["error", "warning"].includes(message.type()) && !/WebSocket connection to/.test(message.text())) page.faults.push(message.text()); });
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

/** The number that an element shows. */
export async function figure(page, selector) {
  return Number(/[−-]?[\d.]+/.exec(await page.locator(selector).textContent())?.[0].replace("−", "-"));
}
