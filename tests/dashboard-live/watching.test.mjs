// What the page shows of two animals, to whom, and with what it does without.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { breaches, figure, look, openBrowser, openPage, says, until, wait } from "./browser.mjs";
import { Program } from "./program.mjs";

const PICTURES = ["#view-body", "#view-gait", "#view-trunk", "#view-traces"];
let program, browser, page;

before(async () => {
  program = await new Program("fast-walk", "--animals", "2").start();
  browser = await openBrowser();
  page = await openPage(browser, program.url);
});
after(async () => {
  await browser?.close();
  await program?.end();
});

test("the page loads from the program, and its state, age of data and connection are in view", async () => {
  await says(page, "#phase", /^running$/);
  await says(page, "#broker", /^connected$/);
  await says(page, "#age", /^fresh, \d00 ms$/);
  await says(page, "#about", /simulation · fast-walk · 21 segments/);
  for (const id of ["#phase", "#age", "#broker", "#stop"]) assert.ok(await page.locator(id).isVisible(), id);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  for (const id of ["#phase", "#age", "#broker", "#stop"]) assert.ok((await page.locator(id).boundingBox()).y < 60, `${id} stays in view`);
  await page.evaluate(() => scrollTo(0, 0));
});

test("the body, its steps, its trunk and its oscillators are drawn, and move", async () => {
  await says(page, "#summary", /^Walks at [\d.]+ body lengths a second, legs [\d.]+ Hz/);
  await page.setViewportSize({ width: 1440, height: 1500 });
  await until("all pictures have colours", async () => (await Promise.all(PICTURES.map((id) => look(page, id)))).every(({ colors }) => colors >= 4));
  const first = await Promise.all(PICTURES.map((id) => look(page, id)));
  await wait(500);
  const second = await Promise.all(PICTURES.map((id) => look(page, id)));
  PICTURES.forEach((id, k) => assert.notEqual(first[k].sum, second[k].sum, `${id} stands still`));
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("speed and figures of the gait, and the health of the loop, are those of the animal", async () => {
  await until("figures come", async () => (await figure(page, "speed")) > 1);
  assert.ok(Math.abs(await figure(page, "left to right") - 0.5) < 0.1);
  assert.ok(await figure(page, "legs") > 3, "a fast walk");
  assert.equal(await figure(page, "legs folded"), 0);
  const loop = await says(page, "#loop", /tick, median/);
  assert.match(loop, /99th percentile ?\d+ µs.*deadlines missed ?\d+.*frames lost ?\d+.*allocated per tick ?\d+ B.*commands refused ?none/);
});

test("of several animals one is chosen", async () => {
  const choices = await page.locator("#animal option").allTextContents();
  assert.deepEqual(choices, ["centipede-1 (running)", "centipede-2 (running)"]);
  await page.locator("#animal").selectOption("centipede-2");
  await says(page, "#age", /^fresh/);
  assert.equal(new URL(page.url()).hash, "#centipede-2");
  await page.getByRole("button", { name: "STOP" }).click();
  await until("the second has stopped, the first goes on", async () => (await page.locator("#animal option").allTextContents()).join() === "centipede-1 (running),centipede-2 (hold)");
  await page.getByRole("button", { name: "Reset" }).click();
  await says(page, "#phase", /^running$/);
  await page.locator("#animal").selectOption("centipede-1");
  await says(page, "#age", /^fresh/);
});

test("axe finds nothing against it, light and dark, with the table open", async () => {
  await page.locator("#params summary").nth(1).click();
  for (const theme of ["light", "dark"]) {
    await page.locator("#theme").selectOption(theme);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor), [red] = /\d+/.exec(paper);
    assert.ok(theme === "dark" ? Number(red) < 60 : Number(red) > 200, `${theme} is ${paper}`);
    await wait(300);            // colours change slowly
    assert.deepEqual(await breaches(page), [], theme);
  }
  await page.locator("#theme").selectOption("auto");
});

test("light or dark follows the reader's choice", async () => {
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    await until(`it is ${colorScheme}`, async () => (await page.locator("html").getAttribute("data-theme")) === colorScheme);
  }
});

test("a screen reader is told what each control and picture is, and what the animal does", async () => {
  const tree = await page.locator("body").ariaSnapshot();
  for (const words of ['heading "Locomotion" [level=1]', 'combobox "Animal"', 'button "STOP"', 'slider "drive"', 'img "The body from above. Walks at', 'img "Gait diagram', 'region "Parameters"', 'searchbox "Search parameters"']) {
    assert.ok(tree.includes(words), `${words} in\n${tree}`);
  }
});

test("Tab reaches every control in the order of the page, and shows where it is", async () => {
  await page.reload();
  await says(page, "#age", /^fresh/);
  await until("the table is there", () => page.locator("#params summary").count());
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((e) => !e.disabled && e.checkVisibility());
    all.forEach((e, k) => { e.dataset.stop = k; });
    return all.length;
  });
  assert.ok(wanted > 40);
  const reached = [];
  for (let k = 0; k < wanted; k++) {
    await page.keyboard.press("Tab");
    const { stop, outline } = await page.evaluate(() => {
      const here = document.activeElement, rings = [here, here.closest("label")].filter(Boolean);
      return { stop: Number(here.dataset.stop ?? -1), outline: rings.some((e) => getComputedStyle(e).outlineStyle !== "none") };
    });
    assert.ok(outline, `control ${stop} shows that it has the focus`);
    reached.push(stop);
  }
  assert.deepEqual(reached, Array.from({ length: wanted }, (_, k) => k));
});

test("on a phone nothing is cut off, STOP is under the thumb, and what is touched is large enough", async () => {
  const phone = await openPage(browser, program.url, { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  await says(phone, "#age", /^fresh/);
  await until("the table is there", () => phone.locator("#params summary").count());
  for (const summary of await phone.locator("#params summary").all()) if (await summary.evaluate((e) => !e.parentElement.open)) await summary.evaluate((e) => e.click());
  assert.deepEqual(await phone.evaluate(() => [document.documentElement.scrollWidth, innerWidth]), [360, 360]);
  const outside = await phone.evaluate(() => [...document.querySelectorAll("button, input, select, canvas")].filter((e) => e.checkVisibility() && (e.getBoundingClientRect().right > 360 || e.getBoundingClientRect().left < 0)).map((e) => e.outerHTML.slice(0, 80)));
  assert.deepEqual(outside, []);
  const stop = await phone.locator("#stop").boundingBox();
  assert.ok(stop.y + stop.height <= 740 && stop.y > 600 && stop.height >= 48);
  const small = await phone.evaluate(() => [...document.querySelectorAll("button, select, input:not([type=checkbox])")].map((e) => [e, e.getBoundingClientRect()])
    .filter(([e, box]) => e.checkVisibility() && box.width > 0 && (box.height < 24 || box.width < 24)).map(([e]) => e.outerHTML.slice(0, 80)));
  assert.deepEqual(small, []);
  await phone.locator("#stop").tap();
  await says(phone, "#phase", /^hold$/);
  assert.deepEqual(phone.faults, []);
  await phone.context().close();
  await page.getByRole("button", { name: "Reset" }).click();
});

test("with reduced motion the pictures change a few times a second only", async () => {
  await page.evaluate(() => scrollTo(0, 0));
  await wait(300);
  const drawings = () => page.evaluate(() => new Promise((resolve) => {
    const clear = CanvasRenderingContext2D.prototype.fillRect;
    const times = new Set();
    CanvasRenderingContext2D.prototype.fillRect = function (...box) { if (this.canvas.id === "view-body") times.add(performance.now()); return clear.apply(this, box); };
    setTimeout(() => { CanvasRenderingContext2D.prototype.fillRect = clear; resolve(times.size); }, 1500);
  }));
  const usual = await drawings();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await wait(600);
  const calm = await drawings();
  assert.ok(usual > 2 * calm && calm > 0 && calm <= 6, `${usual} and ${calm} drawings in 1.5 s`);
});

test("it asks nothing of anybody but its program, keeps the policy, and has no fault to tell", async () => {
  const answer = await page.request.get(program.url);
  assert.match(answer.headers()["content-security-policy"], /default-src 'self'.*frame-ancestors 'none'/);
  assert.match(await (await page.request.get(`${program.url}THIRD-PARTY-NOTICES.txt`)).text(), /^mqtt \d.*\(MIT\)$/m);
  assert.deepEqual(page.abroad, []);
  assert.deepEqual(page.faults, []);
});
