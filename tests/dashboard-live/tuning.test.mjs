// Parameters tuned on the page, by one operator and by two.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { figure, openBrowser, openPage, says, until } from "./browser.mjs";
import { Program } from "./program.mjs";

const FREQUENCY = "legs.base-frequency";
let program, browser, page;

before(async () => {
  program = await new Program("slow-walk").start();
  browser = await openBrowser();
  page = await openPage(browser, program.url);
  await says(page, "#params-version", /^version 1 by/);
});
after(async () => {
  await browser?.close();
  await program?.end();
});

const wanted = (name, on = page) => on.getByLabel(`${name}, wanted value`);
const row = (name) => page.locator("#params tr", { has: page.locator(`[id="p-${name}"]`) });

async function edit(name, value, on = page) {
  await on.locator("#search").fill(name);
  await wanted(name, on).fill(value);
  await wanted(name, on).press("Tab");
}

async function stage(name, value) {
  await edit(name, value);
  await page.getByRole("button", { name: "Stage 1" }).click();
  await says(page, "#tuning-note", /^Staged/);
}

const now = (name) => row(name).locator(".now").textContent();

test("the table is searched by name and by meaning, and tells range, unit, value and source", async () => {
  await until("it is there", () => page.locator("#params tr").count());
  const all = await page.locator("#params tbody tr").count();
  assert.ok(all > 80, `${all} parameters`);
  await page.locator("#search").fill(FREQUENCY);
  assert.deepEqual((await page.locator("#params tbody tr:visible .name").allTextContents()), [FREQUENCY]);
  assert.match(await row(FREQUENCY).locator(".range").textContent(), /^0 … \d+ Hz$/);
  assert.match(await now(FREQUENCY), /^[\d.]+ Hz$/);
  await page.getByRole("button", { name: `What ${FREQUENCY} means` }).click();
  assert.match(await page.locator(`[id="p-${FREQUENCY}-doc"]`).textContent(), /Default/);
  await page.locator("#search").fill("time constant");
  assert.ok(await page.locator("#params tbody tr:visible").count() > 0, "meanings are searched");
  await page.locator("#search").fill("no such thing");
  assert.equal(await page.locator("#params tbody tr:visible").count(), 0);
});

test("what the animal refuses is marked at its field with the reason, and counted", async () => {
  await edit(FREQUENCY, "9999");
  await page.getByRole("button", { name: "Stage 1" }).click();
  await says(page, "#tuning-note", /lies outside \[0, \d+\] Hz.*\(refused-field\)/);
  assert.match(await page.locator(`[id="p-${FREQUENCY}-refusal"]`).textContent(), /^9999 lies outside/);
  assert.equal(await wanted(FREQUENCY).getAttribute("aria-invalid"), "true");
  await says(page, "#loop", /commands refused ?refused-field 1/);
  assert.ok(await page.getByRole("button", { name: "Commit" }).isDisabled());
  await page.getByRole("button", { name: `Take back the edit of ${FREQUENCY}` }).click();
});

test("a change is staged, tried, committed, confirmed, and the gait follows", async () => {
  await until("figures come", async () => (await figure(page, "legs")) > 1);
  const before = await figure(page, "legs"), old = Number.parseFloat(await now(FREQUENCY));
  await edit(FREQUENCY, String(old + 1));
  assert.equal(await row(FREQUENCY).locator(".mark").textContent(), "edited");
  await page.getByRole("button", { name: "Stage 1" }).click();
  await says(page, "#tuning-note", /^Staged/);
  assert.equal(await row(FREQUENCY).locator(".mark").textContent(), "staged");
  assert.equal(Number.parseFloat(await now(FREQUENCY)), old, "what is staged does not act");
  await says(page, "#lease", /Lease: yours/);
  await page.locator("#trial-cycles").fill("5");
  await page.getByRole("button", { name: "Trial" }).click();
  await says(page, "#tuning-note", /^Trial passed/, 20_000);
  await page.getByRole("button", { name: "Commit" }).click();
  await says(page, "#params-version", /^version 2 by dash-/);
  await says(page, "#tuning-note", /Version 2 .*Confirm it within 20 s, or it reverts/);
  assert.equal(Number.parseFloat(await now(FREQUENCY)), old + 1);
  assert.equal(await row(FREQUENCY).locator(".mark").textContent(), "");
  await page.getByRole("button", { name: /^Confirm, \d+ s left$/ }).click();
  await says(page, "#tuning-note", /^Kept/);
  await until("the legs are faster", async () => (await figure(page, "legs")) > before + 0.6);
});

test("an earlier version is rolled back to", async () => {
  await page.getByRole("button", { name: "Roll back to version 1" }).click();
  await says(page, "#params-version", /^version 3 by dash-/);
  assert.equal(await page.locator("#history li").count(), 3);
  await says(page, "#history li:first-child", /^version 3 active.*legs.base-frequency/);
});

test("what nobody confirms reverts, and the page says so", async () => {
  const before = await now(FREQUENCY);
  await stage(FREQUENCY, "2.25");
  await page.locator("#commit-confirm").fill("1");
  await page.getByRole("button", { name: "Commit" }).click();
  await says(page, "#params-version", /^version 4 by/);
  await says(page, "#params-version", /^version 5 by/, 10_000);
  assert.equal(await now(FREQUENCY), before);
  assert.ok(!(await page.locator("#confirm").isVisible()));
  await says(page, "#news", /revert/);
});

test("a change that takes its time is told to be on its way, and can be taken back", async () => {
  await page.locator("#commit-confirm").fill("0");
  await page.locator("#commit-ramp").fill("20");
  await stage(FREQUENCY, "4");
  await page.getByRole("button", { name: "Commit" }).click();
  await until("it is marked", async () => (await row(FREQUENCY).locator(".mark").textContent()) === "on its way");
  await says(page, "#tuning-note", /Numbers move there over 20 cycles/);
  await says(page, "#params-version", /^version 6 by/);
  assert.equal(await row(FREQUENCY).locator(".mark").textContent(), "on its way");
  await page.getByRole("button", { name: "Revert" }).click();
  await says(page, "#params-version", /^version 7 by/);
  assert.equal(await row(FREQUENCY).locator(".mark").textContent(), "");
  await page.locator("#commit-ramp").fill("0");
});

test("a change that waits for a phase tells when it has come", async () => {
  await page.locator("#commit-when").selectOption("phase");
  await page.locator("#commit-phase").fill("3");
  await stage(FREQUENCY, "1.75");
  await page.getByRole("button", { name: "Commit" }).click();
  await says(page, "#tuning-note", /^Version 8 by/);
  assert.equal(await now(FREQUENCY), "1.75 Hz");
  await page.locator("#commit-when").selectOption("now");
});

test("a trial that the gait fails is refused with its reason, and nothing can be committed", async () => {
  await stage("motor.leg-amplitude", "0");
  await page.getByRole("button", { name: "Trial" }).click();
  await says(page, "#tuning-note", /^trial: It stalls: the legs swing by 0 rad.+\(refused-trial\)$/, 20_000);
  assert.ok(await page.getByRole("button", { name: "Commit" }).isDisabled());
  await page.locator("#discard").click();
});

test("of two operators one holds the lease; the other sees who, is refused, and sees what the first does", async () => {
  const other = await openPage(browser, program.url);
  if (!/yours/.test(await page.locator("#lease").textContent())) await page.getByRole("button", { name: "Take lease" }).click();
  await says(page, "#lease", /yours/);
  await says(other, "#params-version", /^version/);
  await says(other, "#lease", /^Lease: dash-/);
  await edit(FREQUENCY, "3", other);
  await other.getByRole("button", { name: "Stage 1" }).click();
  await says(other, "#tuning-note", /^lease: .*dash-.*\(refused-lease\)/);
  await stage(FREQUENCY, "2");
  const active = async () => (await page.locator("#params-version").textContent()).split(" by")[0], earlier = await active();
  await page.getByRole("button", { name: "Commit" }).click();
  const version = await until("a version of its own", async () => { const now = await active(); return now !== earlier && now; });
  await until("the other sees it", async () => (await other.locator("#params-version").textContent()).startsWith(version));
  await page.getByRole("button", { name: "Release" }).click();
  await says(other, "#lease", /^Lease: free/);
  await other.getByRole("button", { name: "Stage 1" }).click();
  await says(other, "#tuning-note", /^Staged/);
  await says(page, "#lease", /^Lease: dash-/);
  assert.deepEqual(other.faults, []);
  await other.getByRole("button", { name: "Release" }).click();
  await says(page, "#lease", /^Lease: free/);
  await other.close();
});

test("all of it by keyboard", async () => {
  const keyboard = await openPage(browser, program.url), press = (key) => keyboard.keyboard.press(key);
  await says(keyboard, "#params-version", /^version/);
  const version = Number(/\d+/.exec(await says(keyboard, "#params-version", /^version/))[0]);
  await keyboard.evaluate(() => document.querySelector("#search").focus());
  await keyboard.keyboard.type("legs.base");
  const reach = async (name) => {
    for (let k = 0; k < 200; k++) {
      if ((await keyboard.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent)).startsWith(name)) return;
      await press("Tab");
    }
    throw new Error(`${name} is not reached`);
  };
  await reach(`${FREQUENCY}, wanted value`);
  await press("Control+a");
  await keyboard.keyboard.type("1.9");
  await press("Tab");
  await reach("Stage 1");
  await press("Enter");
  await says(keyboard, "#tuning-note", /^Staged/, 8000).catch(async (error) => { throw new Error(`${error.message}; ${await keyboard.locator("#lease").textContent()}`); });
  await reach("Commit");
  await press("Enter");
  await says(keyboard, "#params-version", new RegExp(`^version ${version + 1} by`));
  await reach("Confirm");
  await press("Space");
  await says(keyboard, "#tuning-note", /^Kept/);
  assert.deepEqual([...page.faults, ...keyboard.faults], []);
});
