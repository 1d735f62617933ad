// What the page tells a walking animal, and what comes of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { figure, openBrowser, openPage, says, until, wait } from "./browser.mjs";
import { Program } from "./program.mjs";

let program, browser, page;

before(async () => {
  program = await new Program("slow-walk", "--keep-seconds", "1", "--ramp-seconds", "1").start();
  browser = await openBrowser();
  page = await openPage(browser, program.url);
  await says(page, "#age", /^fresh/);
});
after(async () => {
  await browser?.close();
  await program?.end();
});

test("nothing is sent before the stick is taken", async () => {
  await until("figures come", async () => (await figure(page, "legs")) > 1);
  await page.getByLabel("drive", { exact: true }).fill("0.9");
  await wait(600);
  assert.match(await says(page, "#drive-source", /by the scenario/), /slow walk/);
  await says(page, "#stick-note", /sent only while you hold the stick/);
});

test("a slider changes the gait, the figure and the picture follow, and the command is renewed while the stick is held", async () => {
  const before = await figure(page, "legs"), speed = await figure(page, "speed");
  await page.getByRole("button", { name: "Take the stick" }).click();
  await says(page, "#drive-source", /by you/);
  assert.equal(await page.locator(".slider:has(#knob-drive) .truth").textContent(), "0.90");
  await until("the legs are faster", async () => (await figure(page, "legs")) > before + 0.7);
  await until("so is the animal", async () => (await figure(page, "speed")) > 1.2 * speed);
  await wait(2500);             // longer than a command lives
  await says(page, "#drive-source", /by you/);
});

test("sliders and stick are for the keyboard too", async () => {
  const slider = page.getByLabel("turn", { exact: true });
  await slider.focus();
  for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowRight");
  await until("the animal is told", async () => (await page.locator(".slider:has(#knob-turn) .truth").textContent()) === "0.05");
  await page.keyboard.press("Home");
  await until("the animal is told", async () => (await page.locator(".slider:has(#knob-turn) .truth").textContent()) === "−1.00");
  await page.getByRole("button", { name: "Fast walk" }).focus();
  await page.keyboard.press("Enter");
  await says(page, "#drive-source", /fast walk, by you/);
  await until("straight again", async () => (await page.locator(".slider:has(#knob-turn) .truth").textContent()) === "0.00");
  await says(page, "#summary", /Walks at/);
});

test("who lets go of the stick leaves the animal to the ladder for link loss, which ends in holding still", async () => {
  await page.getByRole("button", { name: "Let go of the stick" }).press("Space");
  await says(page, "#drive-source", /by the ladder/);
  await says(page, "#phase", /^hold$/);
  await says(page, "#summary", /^In hold\. Rests/);
  await page.getByRole("button", { name: "Take the stick" }).click();
  await says(page, "#stick-note", /The animal is in hold: it takes no stick/);
  await page.getByRole("button", { name: "Reset" }).click();
  await says(page, "#phase", /^running$/);
  await says(page, "#drive-source", /by the scenario/);
});

const ways = {
  "its button": () => page.getByRole("button", { name: "STOP" }).click(),
  "Escape twice": async () => { await page.keyboard.press("Escape"); await page.keyboard.press("Escape"); },
  "Ctrl and .": () => page.keyboard.press("Control+."),
  "Tab and Enter": async () => {
    await page.locator("#theme").focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "stop");
    await page.keyboard.press("Enter");
  },
  "Ctrl and . while writing into a field": async () => { await page.locator("#search").focus(); await page.keyboard.press("Control+."); },
};
for (const [name, stop] of Object.entries(ways)) {
  test(`STOP by ${name} holds the animal still and frees the stick`, async () => {
    await page.getByRole("button", { name: "Take the stick" }).click();
    await says(page, "#stick", /Let go/);
    const begun = Date.now();
    await stop();
    await says(page, "#phase", /^hold$/);
    assert.ok(Date.now() - begun < 1500);
    await says(page, "#stick", /Take the stick/);
    await says(page, "#announce-now", /^Stopped/);
    await says(page, "#drive-source", /hold/);
    await says(page, "#summary", /^In hold\. Rests/);
    assert.equal(await page.locator(".slider:has(#knob-drive) .truth").textContent(), "0.00");
    await page.locator("#reset").press("Enter");
    await says(page, "#phase", /^running$/);
  });
}

test("one Escape is none", async () => {
  await wait(800);
  await page.locator("#main").focus();
  await page.keyboard.press("Escape");
  await wait(800);
  await says(page, "#phase", /^running$/);
});

test("what happened is listed, newest first", async () => {
  const news = await says(page, "#news", /hold/);
  assert.match(news, /phase.*from running, to hold|phase.*from hold, to running/);
  assert.deepEqual(page.faults, []);
});
