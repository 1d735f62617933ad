import assert from "node:assert/strict";
import { join } from "node:path";

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a person would do on the page, step by step. */
export class Trial {
  errors = [];

  constructor(browser, fake, url, out, recording, startOther) {
    Object.assign(this, { browser, fake, url, out, recording, startOther, server: fake.servers[0] });
  }

  async run() {
    await this.open({ viewport: { width: 1440, height: 900 } });
    for (const step of [this.shows, this.names, this.steers, this.tunes, this.cuts, this.traces, this.stops, this.alerts, this.loses, this.restarts, this.darkens, this.plays, this.calms, this.meetsRobot]) {
      console.log(step.name);
      await step.call(this);
    }
    await this.page.close();
    await this.open({ viewport: { width: 380, height: 780 }, deviceScaleFactor: 2, hasTouch: true });
    console.log("phone");
    await this.phone();
    await this.page.close();
  }

  async open(options) {
    this.page = await this.browser.newPage(options);
    this.page.on("pageerror", (error) => this.errors.push(error.stack));
    this.page.on("console", (message) => { if (message.type() === "error" && !/WebSocket|ERR_/.test(message.text())) this.errors.push(message.text()); });
    await this.page.goto(this.url);
  }

  picture(name, full = true) {
    return this.page.screenshot({ path: join(this.out, `${name}.png`), fullPage: full });
  }

  /** A picture of the whole page, with all of it in view so that all of it is drawn. */
  async tall(name, width) {
    const usual = this.page.viewportSize();
    await this.page.setViewportSize({ width, height: await this.page.evaluate(() => document.documentElement.scrollHeight) });
    await wait(1200);
    await this.picture(name, false);
    await this.page.setViewportSize(usual);
  }

  async top() {
    await this.page.evaluate(() => scrollTo(0, 0));
    await wait(300);
  }

  async text(selector, pattern, timeout = 6000) {
    const end = Date.now() + timeout;
    let text;
    do {
      text = await this.page.locator(selector).textContent();
      if (pattern.test(text)) return text;
      await wait(100);
    } while (Date.now() < end);
    assert.match(text, pattern, selector);
  }

  async shows() {
    await this.text("#broker", /connected/);
    await this.text("#age", /fresh/);
    await this.text("#phase", /running/);
    await this.text("#summary", /Walks at/, 9000);
    await wait(5000);
    await this.tall("light", 1440);
    console.log(`  of a core: ${await this.cpu(4000)}`);
  }

  /** Shares of a core that the browser's processes take; they draw without a graphics card here. */
  async cpu(ms) {
    const session = await this.browser.newBrowserCDPSession();
    const read = async () => new Map((await session.send("SystemInfo.getProcessInfo")).processInfo.map(({ id, type, cpuTime }) => [id, { type, cpuTime }]));
    const before = await read();
    await wait(ms);
    const shares = [...(await read())].map(([id, { type, cpuTime }]) => [type, (cpuTime - (before.get(id)?.cpuTime ?? 0)) / (ms / 1000)]);
    return shares.filter(([, share]) => share > 0.005).map(([type, share]) => `${type} ${(100 * share).toFixed(0)} %`).join(", ");
  }

  /** Every control has a name, and no two things have the same id. */
  async names() {
    const session = await this.page.context().newCDPSession(this.page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const roles = new Set(["button", "textbox", "searchbox", "spinbutton", "slider", "checkbox", "switch", "combobox", "link", "img", "image", "Canvas"]);
    const bare = nodes.filter((node) => !node.ignored && roles.has(node.role?.value) && !node.name?.value?.trim());
    assert.deepEqual(bare.map(({ role, backendDOMNodeId }) => `${role.value} ${backendDOMNodeId}`), []);
    console.log(`  ${nodes.filter((node) => !node.ignored && roles.has(node.role?.value)).length} controls and pictures, each with a name`);
    const twice = await this.page.evaluate(() => [...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, k, all) => all.indexOf(id) !== k));
    assert.deepEqual(twice, []);
  }

  async steers() {
    await this.page.getByRole("button", { name: "Fast walk" }).click();
    assert.equal(this.server.link, undefined, "nothing is sent before the stick is taken");
    await this.page.getByRole("button", { name: "Take the stick" }).click();
    await this.text("#drive-source", /fast walk, by you/);
    await wait(2600);
    assert.equal(this.server.animal.command.drive, 1);
    assert.equal(this.server.ladder, false, "it is repeated before it dies");
    await this.page.locator("#knob-turn").fill("0.3");
    await wait(500);
    assert.equal(this.server.animal.command.turn, 0.3);
    await this.picture("fast-walk", false);
    await this.page.locator("#knob-turn").fill("0");
    this.server.animal.head.x = 0.35;
    await this.page.getByRole("button", { name: "Swim" }).click();
    await this.text("#summary", /Swims/, 9000);
    await wait(2200);
    await this.top();
    await this.picture("swim", false);
    await this.page.getByRole("button", { name: "Let go" }).click();
    await this.text("#drive-source", /ladder/);
  }

  async tunes() {
    const { page, server } = this, edit = (name) => page.getByLabel(`${name}, wanted value`);
    await page.locator("#search").fill("fold");
    await edit("motor.fold-time").fill("0.005");
    await edit("motor.fold-time").press("Tab");
    await page.getByRole("button", { name: /^Stage/ }).click();
    await this.text("#tuning-note", /refused/);
    await this.text("[id='p-motor.fold-time-refusal']", /ten steps/);
    await page.locator("#panel-params").scrollIntoViewIfNeeded();
    await page.locator("#panel-params").screenshot({ path: join(this.out, "refused.png") });
    await edit("motor.fold-time").fill("0.2");
    await edit("motor.fold-time").press("Tab");
    await page.locator("#search").fill("");
    await edit("legs.base-frequency").fill("2");
    await edit("legs.base-frequency").press("Tab");
    await page.getByRole("button", { name: "Stage 2" }).click();
    await this.text("#tuning-note", /Staged/);
    await page.getByRole("button", { name: "Trial" }).click();
    await this.text("#tuning-note", /Trial passed/);
    await page.getByRole("button", { name: "Commit" }).click();
    await this.text("#tuning-note", /Committed/);
    assert.equal(server.values["motor.fold-time"], 0.2);
    await page.locator("#panel-params").screenshot({ path: join(this.out, "parameters.png") });
    await page.getByRole("button", { name: /^Confirm,/ }).click();
    await this.text("#tuning-note", /Kept/);
    await page.getByRole("button", { name: "Roll back to version 1" }).click();
    await this.text("#params-version", /version 3/);
    assert.equal(server.values["motor.fold-time"], 0.1);
  }

  async cuts() {
    await this.page.locator("#panel-lesions").getByLabel("Brain taken").click();
    await this.text("#lesion-list", /brain taken/);
    await this.page.locator("#lesion-form").getByRole("button", { name: "Make" }).click();
    await this.text("#lesion-list", /cut behind segment 9/);
    await this.page.locator("#panel-lesions").getByLabel("Brain taken").click();
    await this.text("#lesion-note", /Nothing grows back/);
    await this.page.locator("#lesion-form [name=kind]").selectOption("amputate");
    await this.page.locator("#lesion-form [name=segment]").fill("4");
    await this.page.locator("#lesion-form").getByRole("button", { name: "Make" }).click();
    await this.text("#lesion-list", /left leg 4 amputated/);
    await wait(1500);
    await this.top();
    await this.picture("lesions", false);
  }

  async traces() {
    await this.page.locator("#animal").selectOption("animal-2");
    await this.text("#about", /bursting/);
    await wait(4000);
    await this.text("#h-traces", /Neurons/);
    await this.page.locator(".rhythm").screenshot({ path: join(this.out, "neurons.png") });
    await this.page.locator("#animal").selectOption("pond");
  }

  async stops() {
    await this.text("#age", /fresh/);
    await this.page.locator("#main").focus();
    await this.page.keyboard.press("Escape");
    await wait(900);
    assert.equal(this.server.phase, "running", "one Escape is none");
    await this.page.keyboard.press("Escape");
    await this.page.keyboard.press("Escape");
    await this.text("#phase", /hold/);
    await this.page.getByRole("button", { name: "Reset" }).click();
    await this.text("#phase", /running/);
    await this.page.keyboard.press("Control+.");
    await this.text("#phase", /hold/);
    await this.page.getByRole("button", { name: "Reset" }).click();
    await this.page.getByRole("button", { name: "STOP" }).click();
    await this.text("#phase", /hold/);
    await this.page.getByRole("button", { name: "Reset" }).click();
    await this.text("#phase", /running/);
  }

  async alerts() {
    this.server.say("alert/disk", { since: 1, message: "the disk is full: the rest is not recorded" }, { retain: true });
    await this.text("#alerts", /disk is full/);
    this.server.log("error", "the disk is full");
    await this.text("#news", /disk is full/);
    await this.top();
    await this.picture("alert", false);
    this.server.say("alert/disk", "", { retain: true });
    await this.text("#alerts", /^$/);
  }

  async loses() {
    this.fake.cut();
    await this.text("#broker", /gone/);
    await this.text("#age", /lost/);
    await this.text("#broker", /^connected/, 9000);
    await this.text("#age", /fresh/);
    const timers = this.server.timers.splice(0);
    for (const timer of timers) clearInterval(timer);
    await this.text("#age", /stale/);
    await this.text("#age", /lost/);
    this.server.start();
    await this.text("#age", /fresh/);
  }

  async restarts() {
    await this.page.getByRole("button", { name: "Take the stick" }).click();
    await this.text("#stick", /Let go/);
    this.server.restart();
    await this.text("#stick-note", /started anew/);
    await this.text("#age", /fresh/);
    await wait(2500);
  }

  async darkens() {
    await this.page.locator("#theme").selectOption("dark");
    this.server.animal.head.x = 0.2;
    await wait(6000);
    await this.tall("dark", 1440);
    await this.top();
    this.server.tell({ drive: 1, release: 1, swim: 1, turn: 0 }, "scenario", null);
    this.server.ladder = true;
    await this.text("#summary", /Swims/, 9000);
    await this.picture("dark-swim", false);
    await this.page.locator("#theme").selectOption("auto");
  }

  async plays() {
    await this.page.locator("#file").setInputFiles(this.recording);
    await this.text("#play-name", /format-1/);
    await wait(1200);
    await this.text("#play-time", /of/);
    assert.equal(await this.page.locator("#panel-drive").evaluate((e) => e.inert), true);
    await this.picture("recording", false);
    await this.page.getByRole("button", { name: "Back to live" }).click();
    await this.text("#age", /fresh/);
  }

  /** With reduced motion, pictures change a few times a second. */
  async calms() {
    const drawings = () => this.page.evaluate(() => new Promise((resolve) => {
      const put = CanvasRenderingContext2D.prototype.clearRect;
      let count = 0;
      CanvasRenderingContext2D.prototype.clearRect = function (...box) { if (this.canvas.id === "view-gait") count++; return put.apply(this, box); };
      setTimeout(() => { CanvasRenderingContext2D.prototype.clearRect = put; resolve(count); }, 2000);
    }));
    const usual = await drawings();
    await this.page.emulateMedia({ reducedMotion: "reduce" });
    await wait(600);
    const calm = await drawings();
    await this.page.emulateMedia({ reducedMotion: "no-preference" });
    console.log(`  ${usual / 2} drawings a second, ${calm / 2} with reduced motion`);
    assert.ok(usual >= 20 && calm > 0 && calm <= 8);
  }

  /** Another broker, by the address: a robot, whose place nobody knows and from which nothing can be cut. */
  async meetsRobot() {
    const other = await this.startOther();
    await this.page.goto(`${this.url}?broker=ws://localhost:${other.port}/mqtt`);
    await this.text("#about", /robot/);
    await this.text("#age", /fresh/);
    await wait(1500);
    assert.equal(await this.page.locator("#panel-lesions").isVisible(), false);
    await this.picture("robot", false);
    await other.stop();
  }

  async phone() {
    await this.text("#age", /fresh/);
    await wait(4500);
    await this.tall("phone", 380);
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `the page is ${wide} px wider than the phone`);
    await this.picture("phone-top", false);
    for (const id of ["panel-drive", "panel-params"]) {
      await this.page.locator(`#${id}`).evaluate((e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 60));
      await wait(300);
      await this.picture(`phone-${id.slice(6)}`, false);
    }
  }
}
