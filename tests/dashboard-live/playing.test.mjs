// A recorded run, played back in the page of a running animal.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { figure, look, openBrowser, openPage, says, until, wait } from "./browser.mjs";
import { Program, locomotion, scratch } from "./program.mjs";

let program, browser, page, file;

before(async () => {
  const folder = scratch();
  file = join(folder, "run", "run.mcap");
  await locomotion("run", "amphibious", "--record", join(folder, "run"));
  program = await new Program("slow-walk").start();
  browser = await openBrowser();
  page = await openPage(browser, program.url);
  await says(page, "#age", /^fresh/);
});
after(async () => {
  await browser?.close();
  await program?.end();
});

const clock = async () => Number.parseFloat(await page.locator("#play-time").textContent());
const scrubTo = (t) => page.locator("#scrub").evaluate((input, at) => { input.value = at; input.dispatchEvent(new Event("input", { bubbles: true })); }, t);

test("a recording of this program opens and plays", async () => {
  await page.locator("#file").setInputFiles(file);
  await says(page, "#play-name", /^run\.mcap$/, 20_000);
  await says(page, "#about", /recording · 21 segments/);
  const first = await clock();
  await until("time goes on", async () => (await clock()) > first + 0.5);
  await says(page, "#summary", /^Walks at/);
});

test("it can be paused, scrubbed by keyboard, and shows what was then", async () => {
  await page.getByRole("button", { name: "Pause" }).press("Enter");
  const at = await clock(), picture = await look(page, "#view-body");
  await wait(400);
  assert.equal(await clock(), at);
  assert.equal((await look(page, "#view-body")).sum, picture.sum);
  await page.locator("#scrub").focus();
  await page.keyboard.press("End");
  await until("its end", async () => (await clock()) > 18);
  await says(page, "#summary", /^Walks at/);
  await scrubTo(13);
  await says(page, "#summary", /^Swims.*all in water/);
  assert.ok(await figure(page, "legs folded") > 50);
  await scrubTo(4);
  await says(page, "#summary", /^Walks at .*legs/);
  await until("a slow walk", async () => /slow walk/.test(await page.locator("#drive-source").textContent()));
});

test("meanwhile nothing but STOP and reset reaches the animal, whose state stays in view", async () => {
  for (const id of ["#panel-drive", "#panel-params", "#panel-lesions"]) assert.equal(await page.locator(id).evaluate((e) => e.inert), true, id);
  await says(page, "#age", /^fresh/);
  await page.getByRole("button", { name: "STOP" }).click();
  await says(page, "#phase", /^hold$/);
  await page.getByRole("button", { name: "Reset" }).click();
  await says(page, "#phase", /^running$/);
});

test("back to live", async () => {
  await page.getByRole("button", { name: "Back to live" }).click();
  await says(page, "#about", /^simulation · slow-walk/);
  assert.equal(await page.locator("#panel-drive").evaluate((e) => e.inert), false);
});

test("one that was cut opens as far as it is whole, and what is none is refused with the reason", async () => {
  const bytes = await readFile(file), cut = `${file}.cut.mcap`, none = `${file}.none.mcap`;
  await writeFile(cut, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
  await writeFile(none, "this is none");
  await page.locator("#file").setInputFiles(cut);
  await says(page, "#play-name", /cut: what is whole of it/, 20_000);
  await page.getByRole("button", { name: "Back to live" }).click();
  await page.locator("#file").setInputFiles(none);
  await says(page, "#alerts", /run\.mcap\.none\.mcap cannot be shown: .*no MCAP/);
  assert.deepEqual(page.faults, []);
});
