/** What is known of the languages of providers and of the values of their fields; it is kept while the agent runs. */
import type { Clock } from '../../infrastructure/clock.ts';
import { JiraError } from '../errors.ts';
import { JqlLanguage, readLanguage, standardLanguage } from './language.ts';
import type { JqlSource } from './source.ts';
import { type KnownValues, readSuggestions, type SuggestionRequest } from './suggestions.ts';

/** A language, and why it is not the server's own. */
export interface KnownLanguage {
  readonly language: JqlLanguage;
  readonly warning?: string;
}

interface Entry {
  language?: JqlLanguage;
  /** When it was read, by the clock. */
  readAt: number;
  reading: Promise<JqlLanguage> | undefined;
}

/** Milliseconds for which the fields and functions of a server are taken to be the same. */
const languageAge = 600_000;
/** Milliseconds for which the values of a field are. */
const valuesAge = 60_000;
/** Milliseconds after which somebody who writes a query is not kept waiting for the fields. */
const patience = 2000;
/** Milliseconds after which the server may be asked again, when it did not answer. */
const afterFailure = 15_000;
/** How many lists of values are kept. */
const mostLists = 500;

/** Remembers it for each provider and its user. */
export class JqlMemory {
  readonly #clock: Clock;
  readonly #languages = new Map<string, Entry>();
  readonly #values = new Map<string, { readonly readAt: number; readonly known: KnownValues }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The language as far as it is in memory: nobody is asked. */
  peek(source: JqlSource): JqlLanguage {
    return this.#languages.get(placeOf(source))?.language ?? standardLanguage;
  }

  /**
   * The language of a provider: at once where it is known, however old, in which case it is read again behind the
   * scenes. Whatever keeps the server from telling it is a warning, and the language that every Jira has stands in.
   */
  async language(source: JqlSource, signal: AbortSignal): Promise<KnownLanguage> {
    signal.throwIfAborted();
    const entry = this.#entry(placeOf(source));
    const age = this.#clock.now() - entry.readAt;
    if (age > (entry.language === undefined ? afterFailure : languageAge)) this.#read(source, entry);
    if (entry.language !== undefined) return { language: entry.language };
    try {
      return { language: await this.#withPatience(entry.reading, signal) };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof JiraError)) throw error;
      return { language: standardLanguage, warning: `The fields of ${source.provider.name} are not known: ${error.message}` };
    }
  }

  /** Values of a field that begin as typed, or contain it: from memory where Jira gave all of them before. */
  async values(source: JqlSource, request: SuggestionRequest, signal: AbortSignal): Promise<KnownValues> {
    const known = this.#knownValues(source, request);
    if (known !== undefined) return known;
    try {
      const found = await readSuggestions(source, request);
      this.#keep(valuesPlace(source, request, request.typed), found);
      return found;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof JiraError)) throw error;
      return { values: [], isIncomplete: true, warning: `The values of ${request.field} are not known: ${error.message}` };
    }
  }

  /** Forgets a provider: its user is another one now, or it is gone. */
  forget(provider: string): void {
    for (const map of [this.#languages, this.#values]) {
      for (const place of map.keys()) if (place.startsWith(`${provider} `)) map.delete(place);
    }
  }

  #entry(place: string): Entry {
    const entry = this.#languages.get(place) ?? { readAt: Number.NEGATIVE_INFINITY, reading: undefined };
    this.#languages.set(place, entry);
    return entry;
  }

  /** It is read for whoever comes next too: that the one who came first calls off does not end it. */
  #read(source: JqlSource, entry: Entry): void {
    entry.readAt = this.#clock.now();
    const free = source.under(new AbortController().signal);
    entry.reading = Promise.all([free.read('/rest/api/2/jql/autocompletedata'), free.read('/rest/api/2/field')]).then(([data, fields]) => {
      entry.readAt = this.#clock.now();
      return (entry.language = readLanguage(data, fields));
    });
    entry.reading.catch(() => undefined);
  }

  #withPatience(reading: Promise<JqlLanguage> | undefined, signal: AbortSignal): Promise<JqlLanguage> {
    return new Promise((resolve, reject) => {
      const late = new JiraError('timeout', 'Jira has not answered yet.');
      const callOff = this.#clock.after(patience, () => reject(late));
      const stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop);
      (reading ?? Promise.reject(late)).then(resolve, reject).finally(() => {
        callOff();
        signal.removeEventListener('abort', stop);
      });
    });
  }

  /** What begins with less is among what begins with more, if that was all of it. */
  #knownValues(source: JqlSource, request: SuggestionRequest): KnownValues | undefined {
    for (let length = request.typed.length; length >= 0; length -= 1) {
      const kept = this.#values.get(valuesPlace(source, request, request.typed.slice(0, length)));
      const isFresh = kept !== undefined && this.#clock.now() - kept.readAt <= valuesAge;
      if (isFresh && (length === request.typed.length || !kept.known.isIncomplete)) return kept.known;
    }
    return undefined;
  }

  #keep(place: string, known: KnownValues): void {
    this.#values.delete(place);
    this.#values.set(place, { readAt: this.#clock.now(), known });
    const [oldest] = this.#values.keys();
    if (this.#values.size > mostLists && oldest !== undefined) this.#values.delete(oldest);
  }
}

/** A provider with its credentials: another user sees other fields. */
function placeOf({ provider }: JqlSource): string {
  return `${provider.id} ${provider.secret}`;
}

function valuesPlace(source: JqlSource, { field, predicate }: SuggestionRequest, typed: string): string {
  return `${placeOf(source)} ${JSON.stringify([field.toLowerCase(), predicate ?? '', typed.toLowerCase()])}`;
}
