/** What fetching all issues once took. */
export interface Sample {
  /** Milliseconds until the first issues could be shown. */
  readonly shown: number;
  /** Milliseconds until the first page was whole, and how many issues it has. */
  readonly first: number;
  readonly firstSize: number;
  /** Milliseconds until all were there. */
  readonly all: number;
  readonly issues: number;
  /** Megabytes at the peak of the process. */
  readonly peak: number;
  /** Milliseconds for which its event loop was blocked at the most; absent where it has none. */
  readonly blocked?: number;
  /** Milliseconds of its processor time, all threads together. */
  readonly processorTime: number;
  readonly traffic: Traffic;
}

/** What the server had to do with it. */
export interface Traffic {
  readonly requests: number;
  /** Bytes over the wire, both ways. */
  readonly bytes: number;
  /** Milliseconds of the server's processor time. */
  readonly serverTime: number;
}
