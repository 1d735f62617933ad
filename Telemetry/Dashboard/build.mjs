// Bundles src into dist: index.html, dashboard.js, dashboard.css, and the licences of all that came along.
//   node build.mjs            writes dist
//   node build.mjs --check    exit code 1 if dist is not what the sources make
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const home = dirname(fileURLToPath(import.meta.url));
const dist = join(home, "dist");
const source = (name) => join(home, "src", name);
const modules = (name) => join(home, "node_modules", name);

// A package that asks for its own description gets its name and version: nothing else of it belongs on a page.
const shortDescriptions = {
  name: "short-descriptions",
  setup(esbuild) {
    esbuild.onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
      const { name, version } = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify({ name, version }), loader: "json" };
    });
  },
};

const bundle = await build({
  absWorkingDir: home,
  entryPoints: { dashboard: source("main.js") },
  outdir: dist,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  charset: "utf8",
  format: "iife",
  platform: "browser",
  target: "es2022",
  legalComments: "none",
  define: { global: "globalThis" },
  inject: [source("mqtt/node-globals.js")],
  plugins: [shortDescriptions],
  alias: {
    buffer: modules("buffer/index.js"),
    events: modules("events/events.js"),
    process: modules("process/browser.js"),
    "readable-stream": modules("readable-stream/lib/ours/browser.js"),
    stream: modules("readable-stream/lib/ours/browser.js"),
    string_decoder: modules("string_decoder/lib/string_decoder.js"),
    "worker-timers": source("mqtt/timers.js"),
  },
});
const styles = await build({
  absWorkingDir: home, entryPoints: { dashboard: source("style/dashboard.css") }, outdir: dist, bundle: true, minify: true, write: false, charset: "utf8",
});

const files = new Map([
  ["index.html", await readFile(source("index.html"))],
  ["dashboard.js", bundle.outputFiles[0].contents],
  ["dashboard.css", styles.outputFiles[0].contents],
  ["THIRD-PARTY-NOTICES.txt", Buffer.from(await notices(bundle.metafile))],
]);
if (process.argv.includes("--check")) await check(files);
else await store(files);

async function store(files) {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  for (const [name, content] of files) {
    await writeFile(join(dist, name), content);
    console.log(`${name.padEnd(24)} ${(content.length / 1024).toFixed(1).padStart(7)} KB`);
  }
}

async function check(files) {
  for (const [name, content] of files) {
    const stored = await readFile(join(dist, name)).catch(() => undefined);
    if (stored && Buffer.from(content).equals(stored)) continue;
    console.error(`dist/${name} is not what src makes: run npm run build`);
    process.exitCode = 1;
  }
}

// The licence of every package that gave a byte to the bundle.
async function notices(metafile) {
  const used = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1];
      if (folder && bytesInOutput > 0) used.add(folder);
    }
  }
  const parts = ["The dashboard contains these packages."];
  for (const folder of [...used].sort()) parts.push(await notice(join(home, folder)));
  return parts.join(`\n\n${"-".repeat(80)}\n\n`) + "\n";
}

async function notice(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).sort().find((entry) => /^licen[cs]e/i.test(entry));
  const writer = typeof author === "string" ? author : author?.name;
  const text = file ? await readFile(join(folder, file), "utf8") : `${license}${writer ? `, by ${writer}` : ""}; the package carries no further text.`;
  return `${name} ${version} (${license})\n\n${text.replace(/\r\n/g, "\n").trim()}`;
}
