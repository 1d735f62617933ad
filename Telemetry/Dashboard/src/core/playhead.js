const DELAY = 0.16;              // s behind the newest sample, so that there is one to draw towards
const JUMP = 0.8;                // s off from which on it jumps

/** The time that is drawn: runs smoothly a little behind what arrives in batches. */
export class Playhead {
  now = undefined;
  rate = 1;                       // run's seconds in a second

  /** Notes that samples up to a time have arrived. */
  arrived(newest, wall) {
    if (this.arrival && newest > this.arrival.newest) {
      const rate = (newest - this.arrival.newest) / Math.max(1e-3, wall - this.arrival.wall);
      if (rate < 20) this.rate += 0.05 * (rate - this.rate);
    }
    this.arrival = { newest, wall };
  }

  /** The time to draw at wall-clock time `wall`, s. */
  move(newest, wall) {
    if (!Number.isFinite(newest)) return (this.now = undefined);
    const passed = this.wall === undefined ? 0 : wall - this.wall, goal = newest - DELAY * Math.max(1, this.rate);
    this.wall = wall;
    if (this.now === undefined || Math.abs(goal - this.now) > JUMP * Math.max(1, this.rate)) this.now = goal;
    else this.now = Math.min(newest, Math.max(this.now, this.now + passed * this.rate + (goal - this.now) * Math.min(1, 2 * passed)));
    return this.now;
  }

  reset() {
    this.now = this.wall = this.arrival = undefined;
    this.rate = 1;
  }
}
