/** Samples in the order of their time. */
export class Series {
  times = [];
  rows = [];

  /** @param {number} keep how much to keep, s */
  constructor(keep = Infinity) {
    this.keep = keep;
  }

  get length() {
    return this.times.length;
  }

  get first() {
    return this.times[0];
  }

  get last() {
    return this.times[this.times.length - 1];
  }

  add(time, row) {
    if (this.length > 0 && time <= this.last) return false;
    this.times.push(time);
    this.rows.push(row);
    if (this.last - this.first > this.keep * 1.25) {
      const old = this.at(this.last - this.keep);
      this.times.splice(0, old);
      this.rows.splice(0, old);
    }
    return true;
  }

  /** The newest sample that is not later than a time; -1 if all are. */
  at(time) {
    let low = 0, high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle] <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  rowAt(time) {
    return this.rows[this.at(time)];
  }

  clear() {
    this.times.length = this.rows.length = 0;
  }
}
