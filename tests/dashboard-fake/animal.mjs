// Moves like the animal, made up by hand: waves of legs and trunk, a pond from x = 0.5 m to 1.4 m, and again every 2 m.
const N = 21, LENGTH = 0.12, SEGMENT = LENGTH / N, TAU = 2 * Math.PI;
const clamp = (x, low = 0, high = 1) => Math.min(high, Math.max(low, x));
const wrap = (x) => ((x % TAU) + TAU) % TAU;
const series = (n, f) => Array.from({ length: n }, (_, i) => f(i));

export class Animal {
  segments = N;
  t = 0;
  tick = 0;
  held = false;
  command = { drive: 0.15, release: 0, swim: 0, turn: 0 };
  lesions = [];

  constructor({ neurons }) {
    this.neurons = neurons;
    this.phase = series(2 * N, (leg) => wrap(-(leg >> 1) * 0.1 * TAU + (leg % 2) * Math.PI + 0.3 * Math.random()));
    this.trunk = 0;
    this.fold = new Array(N).fill(0);
    this.message = new Array(N).fill(0);
    this.bend = new Array(N - 1).fill(0);
    this.heading = 0;
    this.head = { x: 0, y: 0 };
    this.speed = 0;
    this.place();
  }

  place() {
    this.x = [this.head.x];
    this.y = [this.head.y];
    this.headings = [this.heading];
    for (let i = 1; i < N; i++) {
      const before = this.headings[i - 1], next = before - this.bend[i - 1];
      this.headings.push(next);
      this.x.push(this.x[i - 1] - SEGMENT / 2 * (Math.cos(before) + Math.cos(next)));
      this.y.push(this.y[i - 1] - SEGMENT / 2 * (Math.sin(before) + Math.sin(next)));
    }
    this.wetness = this.x.map((x) => { const at = (((x - 0.3) % 2) + 2) % 2; return clamp(at / 0.06) * clamp((0.9 - at) / 0.06); });
  }

  step(dt) {
    if (this.held) return;
    this.t += dt;
    this.tick += Math.round(dt * 1000);
    const { drive, release, swim, turn } = this.command;
    const cut = this.lesions.map((text) => text.match(/^cut-behind=(\d+)/)?.[1]).filter(Boolean).map(Number);
    const silent = new Set(this.lesions.filter((text) => text.startsWith("silence=")).map((text) => Number(text.slice(8).split("@")[0])));
    const beheaded = this.lesions.some((text) => /^(head|seg)/.test(text)), brainless = beheaded || this.lesions.some((text) => text.startsWith("brain"));
    const excited = (i) => (silent.has(i) ? 0 : beheaded || cut.some((k) => i > k) ? 0.3 : drive);
    const released = brainless ? 0 : release;
    this.trunk = wrap(this.trunk + dt * TAU * (1 + 3 * drive) * (drive > 0.01 ? 1 : 0));
    for (let i = 0; i < N; i++) {
      const above = i === 0 ? (brainless ? 0 : swim) : cut.includes(i - 1) ? 0 : this.message[i - 1];
      this.message[i] += (above - this.message[i]) * Math.min(1, dt / 0.035);
      const local = this.message[i] * this.wetness[i];
      this.fold[i] += ((local > 0.5 ? 1 : 0) - this.fold[i]) * Math.min(1, dt / 0.1);
      const u = excited(i), hertz = u < 0.02 ? 0 : 1.3 + 2.4 * u;
      for (const leg of [2 * i, 2 * i + 1]) {
        const goal = i === 0 ? undefined : this.phase[leg - 2] - 0.1 * TAU;
        const pull = goal === undefined || cut.includes(i - 1) ? 0 : 6 * Math.sin(goal - this.phase[leg]);
        const other = leg % 2 ? 3 * Math.sin(this.phase[leg - 1] + Math.PI - this.phase[leg]) : 0;
        if (hertz) this.phase[leg] = wrap(this.phase[leg] + dt * (TAU * hertz * (1 - 0.45 * Math.cos(this.phase[leg] - 4.7)) + pull + other));
      }
    }
    for (let j = 0; j < N - 1; j++) {
      const folded = this.fold[j], size = folded * 0.25 * (0.8 + 0.6 * j / N) + (1 - folded) * 0.2 * released * clamp(excited(j) / 0.1);
      const wave = Math.sin(this.trunk - TAU * j / (folded > 0.5 ? 17 : 11));
      this.bend[j] += ((silent.has(j) ? 0 : size * wave) + 0.1 * turn * (brainless ? 0 : 1) - this.bend[j]) * Math.min(1, dt / 0.02);
    }
    const folded = this.fold.reduce((a, b) => a + b) / N;
    const goal = LENGTH * (folded * 1.9 * clamp(drive / 0.3) + (1 - folded) * (drive < 0.02 ? 0 : 0.55 + 1.2 * drive + 0.6 * released));
    this.speed += (goal - this.speed) * Math.min(1, dt / 0.3);
    const mean = this.bend.reduce((a, b) => a + b) / (N - 1);
    this.heading += dt * this.speed / LENGTH * mean * 12 * 0.7;
    const sway = this.bend.slice(0, 6).reduce((a, b, i) => a + b * (6 - i) / 6, 0) * 0.35;
    this.head.x += dt * this.speed * Math.cos(this.heading);
    this.head.y += dt * this.speed * Math.sin(this.heading);
    const straight = this.heading;
    this.heading = straight + sway;
    this.place();
    this.heading = straight;
  }

  groups() {
    const missing = new Set(this.lesions.flatMap((text) => { const m = text.match(/^amputate=(\d+)-(left|right)/); return m ? [2 * m[1] + (m[2] === "right" ? 1 : 0)] : []; }));
    const swings = this.phase.map((p, leg) => (p < Math.PI || this.fold[leg >> 1] > 0.5 || missing.has(leg) ? 1 : 0));
    const yaw = this.phase.map((p, leg) => { const f = missing.has(leg) ? 1 : this.fold[leg >> 1]; return f * -1.4 + (1 - f) * 0.7 * -Math.cos(p); });
    const lift = this.phase.map((p, leg) => { const f = missing.has(leg) ? 1 : this.fold[leg >> 1]; return f + (1 - f) * (p < Math.PI ? Math.sin(p) : -1); });
    const standing = Math.max(1, swings.filter((s) => !s).length);
    const load = swings.map((s, leg) => (s ? 0 : N / standing * Math.sin(this.phase[leg] - Math.PI) * 1.5));
    const groups = {
      body: [...this.x, ...this.y, ...this.headings],
      legs: [...this.phase, ...yaw, ...lift, ...load, ...swings],
      cord: [...this.fold, ...this.message, ...series(N, () => this.command.drive), ...this.wetness, ...series(N - 1, (j) => wrap(this.trunk - TAU * j / 14)), ...this.bend],
    };
    if (this.neurons) {
      const burst = (p) => (p < Math.PI ? -45 + 12 * Math.sin(p) ** 0.3 + 6 * Math.sin(24 * p) : -60 + 4 * Math.sin(p));
      groups.neurons = [...this.phase.map((p) => burst(p)), ...this.phase.map((p) => burst(wrap(p + Math.PI)))];
    }
    return groups;
  }

  gait() {
    const { drive, release } = this.command, folded = this.fold.filter((f) => f > 0.5).length / N, jitter = () => 0.01 * (Math.random() - 0.5);
    return {
      leg_frequency_hz: folded > 0.9 || drive < 0.02 ? 0 : 1.3 + 2.4 * drive + jitter(), trunk_frequency_hz: folded > 0.5 || release > 0.5 ? 1 + 3 * drive + jitter() : null,
      leg_wave_lag_cycles: folded > 0.9 ? null : 0.1 + jitter(), leg_wave_coherence: folded > 0.9 ? null : 0.985 + jitter(), left_right_phase: folded > 0.9 ? null : 0.5 + jitter(),
      trunk_wave_lag_cycles: folded > 0.5 || release > 0.5 ? 0.06 + jitter() : null, trunk_wave_coherence: folded > 0.5 ? 0.97 : null,
      folded_fraction: folded, speed_bl_per_s: this.held ? 0 : this.speed / LENGTH + jitter(),
    };
  }
}
