/** Where languages, values and verdicts come from. */

/** Requests to one provider; `Access` of `src/core/issues` is one. */
export interface JqlSource {
  readonly provider: { readonly id: string; readonly name: string; readonly secret: string };
  /** @throws {JiraError} */
  read(path: string, query?: readonly (readonly [string, string])[], more?: { readonly purpose?: 'search' }): Promise<unknown>;
  /** @throws {JiraError} */
  write(method: 'POST', path: string, json: unknown): Promise<unknown>;
  /** The same, called off by another signal. */
  under(signal: AbortSignal): JqlSource;
}
