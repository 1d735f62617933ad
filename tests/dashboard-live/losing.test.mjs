// What the page does when program, connection or broker are gone, and when they come back.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { breaches, look, openBrowser, openPage, says, until, wait } from "./browser.mjs";
import { Program, freePort, scratch } from "./program.mjs";

let program, browser, page;

before(async () => {
  program = await new Program("slow-walk").start();
  browser = await openBrowser();
  page = await openPage(browser, program.url);
});
after(async () => {
  await browser?.close();
  await program?.end();
});

const isOld = (page) => page.locator("#main").evaluate((main) => main.hasAttribute("data-old"));
const filter = (page) => page.locator("#view-body").evaluate((canvas) => getComputedStyle(canvas).filter);

test("what a program that stands still has left is stale, then lost, and greyed with its age", async () => {
  await says(page, "#age", /^fresh/);
  assert.equal(await isOld(page), false);
  await program.signal("STOP");
  await says(page, "#age", /^stale, [\d.]+ (ms|s)$/);
  assert.equal(await isOld(page), true);
  assert.match(await filter(page), /grayscale/);
  await says(page, "#old", /^stale, .*nothing newer is known$/);
  await says(page, "#age", /^lost, [3-9][\d.]* s$/);
  await says(page, "#announce-now", /No data arrives any more/);
  const age = async () => Number.parseFloat((await page.locator("#age").textContent()).slice(6)), first = await age();
  await until("its age grows", async () => (await age()) > first + 0.5);
  assert.deepEqual(await breaches(page), [], "readable all the same");
  const [still, later] = [await look(page, "#view-body"), (await wait(400), await look(page, "#view-body"))];
  assert.equal(still.sum, later.sum, "nothing moves that is not known to move");
});

test("when it goes on, the page does", async () => {
  await program.signal("CONT");
  await says(page, "#age", /^fresh/);
  assert.equal(await isOld(page), false);
  assert.equal(await filter(page), "none");
  await says(page, "#alerts", /late ?\d+ % of the ticks/, 10_000);
});

test("a killed program takes the stick away, and what is told meanwhile is refused, not kept", async () => {
  await page.getByRole("button", { name: "Take the stick" }).click();
  await says(page, "#stick", /Let go/);
  await program.signal("KILL");
  await says(page, "#broker", /^broker gone, trying again$/);
  await says(page, "#age", /^lost/);
  await says(page, "#stick-note", /connection is gone/);
  await page.getByRole("button", { name: "STOP" }).click();
  await says(page, "#alerts", /STOP failed: no connection: it was not sent/);
  await page.getByRole("button", { name: "Take the stick" }).click();
  await says(page, "#stick-note", /No connection/);
  await page.getByRole("button", { name: "Take lease" }).click();
  await says(page, "#tuning-note", /not sent/);
});

test("a program that is started again is found by itself, and is known to be another one", async () => {
  await program.start();
  await says(page, "#broker", /^connected$/, 12_000);
  await says(page, "#age", /^fresh/, 12_000);
  await says(page, "#phase", /^running$/);
  await says(page, "#news", /started anew/);
  await says(page, "#drive-source", /by the scenario/);
  await says(page, "#params-version", /^version 1 by/);
  assert.deepEqual(page.faults, []);
});

class Mosquitto {
  async start(folder) {
    this.port ??= await freePort();
    this.web ??= await freePort();
    this.file ??= join(folder, "mosquitto.conf");
    await writeFile(this.file, `allow_anonymous true\nlistener ${this.port} 127.0.0.1\nlistener ${this.web} 127.0.0.1\nprotocol websockets\n${process.getuid() === 0 ? "user root\n" : ""}`);
    this.child = spawn("/usr/sbin/mosquitto", ["-c", this.file], { stdio: "ignore" });
    await until("mosquitto listens", () => new Promise((resolve) => {
      const probe = connect(this.web, "127.0.0.1", () => { probe.destroy(); resolve(true); }).on("error", () => resolve(false));
    }));
  }

  async kill() {
    const ended = new Promise((resolve) => this.child.on("exit", resolve));
    this.child.kill("SIGKILL");
    await ended;
  }

  /** Says something as an animal would. */
  say(topic, text) {
    return new Promise((resolve) => spawn("mosquitto_pub", ["-p", this.port, "-i", "test", "-q", "1", "-r", "-t", topic, ...(text ? ["-m", text] : ["-n"])], { stdio: "ignore" }).on("exit", resolve));
  }
}

test("Mosquitto killed and started again: the page says stale, then recovers; an alert shows until it is cleared", async () => {
  const broker = new Mosquitto();
  await broker.start(scratch());
  const animal = new Program("slow-walk");
  await animal.startOn(`127.0.0.1:${broker.port}`);
  const other = await openPage(browser, `${program.url}?broker=ws://127.0.0.1:${broker.web}/mqtt`);
  try {
    await says(other, "#age", /^fresh/, 12_000);
    await broker.say("locomotion/1/centipede/alert/servo", JSON.stringify({ since: 1, message: "leg 3 is hot" }));
    await says(other, "#alerts", /servo ?leg 3 is hot/);
    await broker.say("locomotion/1/centipede/alert/servo", "");
    await until("it is cleared", async () => !(await other.locator("#alerts").textContent()).includes("servo"));
    await broker.kill();
    await says(other, "#broker", /gone/);
    await says(other, "#age", /^lost/);
    assert.equal(await isOld(other), true);
    await broker.start();
    await says(other, "#broker", /^connected$/, 15_000);
    await says(other, "#age", /^fresh/, 15_000);
    await says(other, "#phase", /^running$/);
    assert.equal(await isOld(other), false);
    assert.deepEqual(other.faults, []);
  } finally {
    await other.close();
    await animal.end();
    await broker.kill();
  }
});
