/** Where the signals of a group lie in its samples. */
export class Layout {
  constructor(signals) {
    this.places = new Map();
    let offset = 0;
    for (const { name, count = 1 } of signals) {
      this.places.set(name, { offset, count });
      offset += count;
    }
    this.size = offset;
  }

  has(name) {
    return this.places.has(name);
  }

  /** Names of the signals, in their order. */
  get names() {
    return [...this.places.keys()];
  }

  /** The numbers of a signal in a sample, or undefined. */
  of(row, name) {
    const place = this.places.get(name);
    return row && place ? row.subarray(place.offset, place.offset + place.count) : undefined;
  }
}

/** The groups as the interface describes them, for an animal that has not said. */
export function usualSignals(segments) {
  const n = segments, of = (count, ...names) => names.map((name) => ({ name, count }));
  return {
    body: of(n, "x", "y", "heading"),
    legs: of(2 * n, "phase", "yaw", "lift", "load", "swing"),
    cord: [...of(n, "fold", "message", "excitation", "wetness"), ...of(n - 1, "trunk_phase", "bend")],
  };
}
