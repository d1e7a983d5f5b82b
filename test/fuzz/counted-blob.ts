/** A real Blob that keeps account of what is read of it. */

export interface Readings {
  reads: number;
  bytes: number;
  /** The largest piece asked for at once: what is held in memory. */
  largest: number;
  /** A read that begins or ends outside of the file. */
  isOutside: boolean;
}

export class CountedBlob extends Blob {
  readonly readings: Readings = { reads: 0, bytes: 0, largest: 0, isOutside: false };

  override slice(start = 0, end = this.size, type?: string): Blob {
    const length = end - start;
    this.readings.reads += 1;
    this.readings.bytes += length;
    this.readings.largest = Math.max(this.readings.largest, length);
    this.readings.isOutside ||=
      !Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || length < 0 || end > this.size;
    return super.slice(start, end, type);
  }

  /** Fuzzed code must never read the whole file at once. */
  override arrayBuffer(): Promise<ArrayBuffer> {
    this.readings.isOutside = true;
    return super.arrayBuffer();
  }
}
