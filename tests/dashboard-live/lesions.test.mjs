// Lesions made on the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { figure, look, openBrowser, openPage, says, until } from "./browser.mjs";
import { Program } from "./program.mjs";

let program, browser, page;

before(async () => {
  program = await new Program("fast-walk").start();
  browser = await openBrowser();
  page = await openPage(browser, program.url);
  await says(page, "#age", /^fresh/);
});
after(async () => {
  await browser?.close();
  await program?.end();
});

const form = () => page.locator("#lesion-form");

test("a switch shows what the animal says, and the gait follows", async () => {
  await until("it walks fast", async () => (await figure(page, "legs")) > 4.5);
  const brain = page.getByRole("switch", { name: "SEG taken" });
  assert.equal(await brain.isChecked(), false);
  await brain.press("Space");
  await says(page, "#lesion-list", /SEG taken/);
  assert.equal(await brain.isChecked(), true);
  await says(page, "#lesion-note", /^Done/);
  await until("it walks slowly", async () => (await figure(page, "legs")) < 3);
  await says(page, "#news", /lesion/);
});

test("the cord is cut, a leg amputated, and both are drawn and listed", async () => {
  await form().getByRole("button", { name: "Make" }).press("Enter");
  await says(page, "#lesion-list", /cord cut behind segment 9/);
  await form().getByLabel("What").selectOption("amputate");
  await form().getByLabel("Segment").fill("4");
  await form().getByLabel("Side").selectOption("right");
  await form().getByRole("button", { name: "Make" }).click();
  await says(page, "#lesion-list", /right leg 4 amputated/);
  assert.ok((await look(page, "#view-body")).colors > 10);
});

test("nothing grows back, and the page says so", async () => {
  const seg = page.getByRole("switch", { name: "SEG taken" });
  await seg.press("Space");
  await says(page, "#lesion-note", /^(Nothing grows back|Refused: .+)/);
  assert.equal(await seg.isChecked(), true);
  assert.deepEqual(page.faults, []);
});

test("where an animal refuses, the reason is shown", async () => {
  await form().getByLabel("Segment").evaluate((input) => { input.removeAttribute("max"); input.value = "99"; });
  await form().getByRole("button", { name: "Make" }).click();
  await says(page, "#lesion-note", /^Refused: .*99/);
});
