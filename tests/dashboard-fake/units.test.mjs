// Parts of the dashboard that need no browser: node --test units.test.mjs
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Animal } from "../../Telemetry/Dashboard/src/core/animal.js";
import { describeGait } from "../../Telemetry/Dashboard/src/core/behaviour.js";
import { Layout } from "../../Telemetry/Dashboard/src/core/layout.js";
import { parseLesion } from "../../Telemetry/Dashboard/src/core/lesions.js";
import { Playhead } from "../../Telemetry/Dashboard/src/core/playhead.js";
import { Scene } from "../../Telemetry/Dashboard/src/core/scene.js";
import { Series } from "../../Telemetry/Dashboard/src/core/series.js";
import { decompressLz4 } from "../../Telemetry/Dashboard/src/recording/lz4.js";
import { openRecording } from "../../Telemetry/Dashboard/src/recording/recording.js";

const golden = new URL("../Goldens/recordings/format-1.mcap", import.meta.url);
const named = (bytes) => Object.assign(new Blob([bytes]), { name: "run.mcap" });

test("a series finds the newest sample not later than a time, keeps what it is told to, and takes no time twice", () => {
  const series = new Series(2);
  for (let k = 0; k < 100; k++) assert.ok(series.add(k / 10, k));
  assert.equal(series.add(9.9, 0), false);
  assert.equal(series.rowAt(9.55), 95);
  assert.equal(series.at(-1), -1);
  assert.ok(series.last - series.first <= 2.6);
});

test("parameter sets of an earlier session that a broker still holds are none of this one's", () => {
  const animal = new Animal({ subscribe() {} }, "a", "test");
  animal.hear("params/history/1", { session: 2, version: 1 });
  animal.hear("params/history/7", { session: 1, version: 7 });
  animal.hear("params/active", { session: 2, version: 1 });
  assert.deepEqual(animal.versions.map(({ version }) => version), [1]);
});

test("signals lie one behind the other, and angles go the short way between samples", () => {
  const layout = new Layout([{ name: "a", count: 2 }, { name: "b" }]);
  assert.deepEqual([...layout.of(Float32Array.of(1, 2, 3), "b")], [3]);
  const scene = new Scene(10);
  scene.describe(1, { body: [{ name: "heading", count: 1 }] });
  scene.series("body").add(0, Float32Array.of(3.1));
  scene.series("body").add(0.1, Float32Array.of(-3.1));
  assert.ok(Math.abs(scene.between("body", "heading", 0.05, true)[0] - Math.PI) < 1e-3);
  assert.ok(Math.abs(scene.between("body", "heading", 0.05)[0]) < 1e-3);
});

test("the drawn time never runs back, and follows what arrives in batches", () => {
  const playhead = new Playhead();
  let newest = 0, last = -Infinity;
  for (let wall = 0; wall < 5; wall += 0.03) {
    if (Math.floor(wall * 10) / 10 > newest) playhead.arrived((newest = Math.floor(wall * 10) / 10), wall);
    const now = playhead.move(newest, wall);
    assert.ok(now >= last && now <= newest);
    last = now;
  }
  assert.ok(newest - last < 0.35);
});

test("lesions are read as the program writes them", () => {
  assert.deepEqual(parseLesion("amputate=4-right").leg, 9);
  assert.deepEqual(parseLesion("cut-behind=9@3.5").at, "3.5");
  assert.equal(parseLesion("cut=9"), undefined);
});

test("a recording opens, as far as it is whole", async () => {
  const bytes = await readFile(golden), whole = await openRecording(named(bytes), () => {});
  assert.equal(whole.cut, false);
  assert.equal(whole.scene.segments, 21);
  assert.ok(whole.scene.series("legs").length > 5);
  assert.match(describeGait(whole.scene, whole.scene.newest), /stance/);
  const cut = await openRecording(named(bytes.subarray(0, Math.floor(bytes.length * 0.8))), () => {}).catch((error) => error);
  assert.ok(cut.cut === true || /no viewing frames/.test(cut.message));
  await assert.rejects(openRecording(named(Buffer.from("not a recording at all")), () => {}), /no MCAP/);
});

test("LZ4 frames unpack, matches that overlap themselves too", () => {
  // one block: literal 'ab', then 10 bytes from 2 back, then literals 'c'
  const block = [0x26, 0x61, 0x62, 0x02, 0x00, 0x10, 0x63];
  const frame = Uint8Array.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82, block.length, 0, 0, 0, ...block, 0, 0, 0, 0]);
  assert.equal(new TextDecoder().decode(decompressLz4(frame, 13)), "abababababab" + "c");
});
