/** Equal reads that are under way at the same time are one: whoever asks while it is, gets its answer. */
import { setMaxListeners } from 'node:events';
import { priorities, type Priority } from './pace.ts';

/** One read and all who wait for it. */
export interface Flight {
  /** No other one has it. */
  readonly id: string;
  /** The highest that anybody who waits has. */
  readonly priority: Priority;
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** What somebody wants read. */
export interface FlightRequest<T> {
  /** Equal for equal reads. */
  readonly name: string;
  readonly priority: Priority;
  /** Ends the waiting of this one alone. */
  readonly signal: AbortSignal;
  /** Reads. It is not called where the same is being read already. */
  readonly start: (flight: Flight) => Promise<T>;
  /** Called where the same waits for its turn already, with less priority. */
  readonly lift: (flight: Flight) => void;
}

/** The reads that are under way. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, SharedFlight<T>>();
  readonly #copy: (value: T) => T;
  #begun = 0;

  /** @param copy makes what each further one gets, of what the first one gets for itself */
  constructor(copy: (value: T) => T) {
    this.#copy = copy;
  }

  /**
   * Reads, or waits for what is being read.
   *
   * @throws whatever the reading throws; the signal's reason when it is aborted
   */
  run({ name, priority, signal, start, lift }: FlightRequest<T>): Promise<T> {
    const underWay = this.#flights.get(name);
    if (underWay !== undefined) {
      if (underWay.raise(priority)) lift(underWay);
      return underWay.wait(signal);
    }
    const flight = new SharedFlight<T>(String((this.#begun += 1)), priority, this.#copy, () => {
      if (this.#flights.get(name) === flight) this.#flights.delete(name);
    });
    this.#flights.set(name, flight);
    const answer = flight.wait(signal);
    flight.land(start(flight));
    return answer;
  }

  /** From now on nobody joins what is under way: its answer may be of before a change. */
  part(): void {
    this.#flights.clear();
  }
}

class SharedFlight<T> implements Flight {
  readonly id: string;
  priority: Priority;
  readonly #abort = new AbortController();
  readonly #copy: (value: T) => T;
  readonly #over: () => void;
  readonly #waiting = new Set<{ readonly resolve: (value: T) => void; readonly reject: (reason: unknown) => void }>();

  constructor(id: string, priority: Priority, copy: (value: T) => T, over: () => void) {
    this.id = id;
    this.priority = priority;
    this.#copy = copy;
    this.#over = over;
    setMaxListeners(0, this.#abort.signal);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** @returns whether the priority is higher than before */
  raise(priority: Priority): boolean {
    if (priorities[priority] <= priorities[this.priority]) return false;
    this.priority = priority;
    return true;
  }

  /** Whoever is the last to leave ends the reading. */
  wait(signal: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(waiter);
        reject(signal.reason as Error);
        if (this.#waiting.size > 0) return;
        this.#over();
        this.#abort.abort(signal.reason);
      };
      const done = <V>(settle: (value: V) => void) => (value: V) => {
        signal.removeEventListener('abort', leave);
        settle(value);
      };
      const waiter = { resolve: done(resolve), reject: done<unknown>(reject) };
      this.#waiting.add(waiter);
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave, { once: true });
    });
  }

  land(answer: Promise<T>): void {
    answer.then(
      (value) => this.#settle(({ resolve }, first) => resolve(first ? value : this.#copy(value))),
      (reason: unknown) => this.#settle(({ reject }) => reject(reason)),
    );
  }

  #settle(tell: (waiter: { readonly resolve: (value: T) => void; readonly reject: (reason: unknown) => void }, first: boolean) => void): void {
    this.#over();
    // Copies are made before the first one has its own: it may do with it what it wants.
    [...this.#waiting].reverse().forEach((waiter, at, { length }) => tell(waiter, at === length - 1));
    this.#waiting.clear();
  }
}
