/** What fetching all issues once took. */
export interface Sample {
  /** Milliseconds until the first page was there, and how many issues it had. */
  readonly first: number;
  readonly firstSize: number;
  /** Milliseconds until all were there. */
  readonly all: number;
  readonly issues: number;
  /** Megabytes at the peak of the process. */
  readonly peak: number;
  /** Milliseconds for which its event loop was blocked at the most. */
  readonly blocked: number;
}
