/** Fetches the pages of a list before the reader gets to them: several at a time on the wire, one after another for the reader. */

/** Pages under way at once. */
const parallelPages = 8;
/** Pages that are under way or came before their turn: whoever reads may be slower than the network. */
const pagesAhead = 10;
/** Each page is larger than the one before by so many: it may take longer, since the reader is busy with those before. */
const growth = 250;

/** Which pages. */
export interface PagesWanted {
  readonly from: number;
  readonly to: number;
  /** Elements of the page that was read already. */
  readonly size: number;
  /** The largest page that the server gives. */
  readonly largest: number;
}

/** The pages of one list, from an element on. */
export class PagesAhead<Page extends { readonly size: number }> {
  readonly #fetch: (from: number, to: number) => Promise<readonly Page[]>;
  readonly #to: number;
  readonly #ahead: Promise<readonly Page[]>[] = [];
  #begun: number;
  #size: number;
  #largest: number;
  #underWay = 0;

  /** @param fetch gets elements in one page, or in more of them where the server gives only shorter ones */
  constructor(fetch: (from: number, to: number) => Promise<readonly Page[]>, { from, to, size, largest }: PagesWanted) {
    this.#fetch = fetch;
    this.#begun = from;
    this.#to = to;
    this.#size = size;
    this.#largest = largest;
    this.#begin();
  }

  /** The next page, or what came in its place; `undefined` at the end. @throws what `fetch` throws for it */
  async next(): Promise<readonly Page[] | undefined> {
    const pages = await this.#ahead.shift();
    this.#begin();
    return pages;
  }

  #begin(): void {
    while (this.#begun < this.#to && this.#underWay < parallelPages && this.#ahead.length < pagesAhead) {
      this.#size = Math.min(this.#size + growth, this.#largest);
      const from = this.#begun;
      this.#begun = Math.min(from + this.#size, this.#to);
      this.#underWay += 1;
      const pages = this.#fetch(from, this.#begun);
      pages.then((arrived) => this.#arrive(arrived), () => undefined); // The reader is told of a failure when it gets there.
      this.#ahead.push(pages);
    }
  }

  #arrive(pages: readonly Page[]): void {
    this.#underWay -= 1;
    if (pages.length > 1) this.#largest = Math.min(this.#largest, Math.max(1, pages[0]!.size));
    this.#begin();
  }
}
