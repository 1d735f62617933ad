// Pictures of the dashboard on a running program, for Sim/Gallery:  node pictures.mjs [FOLDER]
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser, openPage, says, wait } from "./browser.mjs";
import { Program, scratch } from "./program.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("../../Sim/Gallery", import.meta.url)), FULL = 7000;      // ms, until diagrams are full
const bursting = join(scratch(), "fast-walk.jsonc");
await writeFile(bursting, JSON.stringify({ name: "fast-walk", seed: 1, set: { oscillator: "bursting" }, timeline: [{ gait: "fast-walk", seconds: 10 }] }));
await mkdir(folder, { recursive: true });
const browser = await openBrowser();

/** What a page of a scenario shows once its diagrams are full. */
async function picture(name, scenario, options, prepare) {
  const program = await new Program(scenario).start(), page = await openPage(browser, program.url, options);
  await says(page, "#age", /^fresh/);
  await prepare?.(page);
  await wait(FULL);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
  await program.end();
}

await picture("dashboard", bursting, { viewport: { width: 1440, height: 1470 } });
await picture("dashboard-dark", "swim", { viewport: { width: 1440, height: 1470 }, colorScheme: "dark" }, async (page) => {
  await page.getByRole("button", { name: "Take the stick" }).click();
});
await picture("dashboard-phone", "slow-walk", { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
await browser.close();
