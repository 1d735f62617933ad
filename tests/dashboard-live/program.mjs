// The program as a user starts it: `locomotion serve`.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const desk = process.env.LOCOMOTION_DESK ?? fileURLToPath(new URL("../../Sim/bin/Release/net10.0/locomotion.dll", import.meta.url));
const READY = 30_000, END = 15_000;      // ms
const running = new Set();

process.on("exit", () => { for (const child of running) child.kill("SIGKILL"); });

function launch(args, folder) {
  const child = spawn("dotnet", [desk, ...args], { stdio: ["ignore", "ignore", "pipe"], cwd: folder });
  running.add(child);
  child.ended = new Promise((resolve) => child.on("exit", (code, signal) => { running.delete(child); resolve({ code, signal }); }));
  child.said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => { child.said += text; });
  return child;
}

/** Runs it to its end; throws if that is not a good one. */
export async function locomotion(...args) {
  const child = launch(args), { code } = await child.ended;
  if (code !== 0) throw new Error(`locomotion ${args.join(" ")} ended with ${code}: ${child.said}`);
}

/** A folder that is gone when the tests end. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "locomotion-page-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A TCP port that nobody has. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => { const { port } = probe.address(); probe.close(() => resolve(port)); });
  });
}

/** `locomotion serve` with a broker and a page of its own. */
export class Program {
  port = 0;
  mqttPort = 0;

  constructor(...args) {
    this.args = args;
  }

  get url() {
    return `http://127.0.0.1:${this.port}/`;
  }

  /** Starts it, again where it was if it has run before. */
  async start() {
    this.child = launch(["serve", ...this.args, "--port", `${this.port}`, "--mqtt-port", `${this.mqttPort}`]);
    const end = Date.now() + READY;
    for (;;) {
      // the line may be wrapped
      const found = /http:\/\/127\.0\.0\.1:(\d+)\/,\s+MQTT\s+on\s+port\s+(\d+)/.exec(this.child.said);
      if (found) {
        [this.port, this.mqttPort] = [Number(found[1]), Number(found[2])];
        return this;
      }
      if (this.child.exitCode !== null || Date.now() > end) throw new Error(`locomotion serve does not listen: ${this.child.said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Starts it on another broker; then it has no page. */
  async startOn(broker) {
    this.child = launch(["serve", ...this.args, "--broker", broker]);
    while (!/on\s+the\s+broker/.test(this.child.said)) {
      if (this.child.exitCode !== null) throw new Error(`locomotion serve has ended: ${this.child.said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** STOP and CONT suspend it and let it go on, KILL ends it at once. */
  async signal(name) {
    this.child.kill(`SIG${name}`);
    if (name === "KILL") await this.child.ended;
  }

  async end() {
    this.child.kill("SIGTERM");
    const late = setTimeout(() => this.child.kill("SIGKILL"), END), outcome = await this.child.ended;
    clearTimeout(late);
    return outcome;
  }
}
