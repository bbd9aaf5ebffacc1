/** The user did not want to go on: no error, and nothing to tell. */
export class Dismissed extends Error {
  override readonly name = 'Dismissed';

  constructor() {
    super('The user dismissed it.');
  }
}
