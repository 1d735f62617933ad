// Drives the dashboard in Chromium against the made-up animal, checks what it does, and takes pictures into out/.
//   node try.mjs [--chromium /usr/bin/chromium] [--port 18080]
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { start } from "./fake.mjs";
import { Trial } from "./trial.mjs";

const { values } = parseArgs({ options: { chromium: { type: "string", default: "/usr/bin/chromium" }, port: { type: "string", default: "18080" } } });
const home = dirname(fileURLToPath(import.meta.url)), out = join(home, "out");
await mkdir(out, { recursive: true });
const fake = await start({ port: Number(values.port) });
const browser = await chromium.launch({ executablePath: values.chromium, args: ["--no-sandbox", "--disable-gpu"] });
const trial = new Trial(browser, fake, `http://localhost:${values.port}/`, out, join(home, "../Goldens/recordings/format-1.mcap"), async () => {
  const port = Number(values.port) + 1;
  return { port, ...(await start({ port, animals: 1, robot: true })) };
});
try {
  await trial.run();
  console.log("all as it should be");
} finally {
  await browser.close();
  await fake.stop();
}
assert.equal(trial.errors.join("\n"), "");
