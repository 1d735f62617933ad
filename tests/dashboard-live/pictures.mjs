// Pictures of the dashboard on a running program, for Sim/Gallery:  node pictures.mjs [FOLDER]
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser, openPage, says, wait } from "./browser.mjs";
import { Program, scratch } from "./program.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("../../Sim/Gallery", import.meta.url)), FULL = 7000;      // ms, until diagrams are full
const scenarios = scratch();
await mkdir(folder, { recursive: true });
const browser = await openBrowser();

/** A scenario in a file. Its body is commanded every 5 ms: a browser that draws without a graphics card makes shorter ticks late. */
async function scenario(gait, set = {}) {
  const file = join(scenarios, `${gait}.jsonc`);
  await writeFile(file, JSON.stringify({ name: gait, seed: 1, plant_period: 0.005, set, habitat: gait === "swim" ? "water" : "land", timeline: [{ gait, seconds: 10 }] }));
  return file;
}

/** What a page of a scenario shows once its diagrams are full. */
async function picture(name, file, options, prepare) {
  const program = await new Program(file).start(), page = await openPage(browser, program.url, options);
  await says(page, "#age", /^fresh/);
  await prepare?.(page);
  await wait(FULL);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
  await program.end();
}

await picture("dashboard", await scenario("fast-walk", { oscillator: "bursting" }), { viewport: { width: 1440, height: 1470 } });
await picture("dashboard-dark", await scenario("swim"), { viewport: { width: 1440, height: 1470 }, colorScheme: "dark" }, async (page) => {
  await page.getByRole("button", { name: "Take the stick" }).click();
});
await picture("dashboard-phone", await scenario("slow-walk"), { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
await browser.close();
