/** The queries that the user saved, in the configuration that all agents share. */
import type { SavedQuery } from '../../../protocol/queries.ts';
import type { Document } from '../../infrastructure/storage/storage.ts';
import { invalidParams, JiraError } from '../errors.ts';
import type { Configuration } from '../providers/records.ts';

/** A query as the user gives it. */
export type NewQuery = Omit<SavedQuery, 'id' | 'provider'> & { readonly provider?: string | undefined };

/** Lists, saves and forgets them. */
export class SavedQueries {
  readonly #configuration: Document<Configuration>;
  readonly #newId: (prefix: string) => string;

  constructor(configuration: Document<Configuration>, newId: (prefix: string) => string) {
    this.#configuration = configuration;
    this.#newId = newId;
  }

  /** Those that a provider can use, or all, in the order of their making. */
  async list(provider: string | undefined): Promise<SavedQuery[]> {
    const { queries } = await this.#configuration.read();
    return queries.filter((query) => provider === undefined || query.provider === undefined || query.provider === provider);
  }

  /**
   * Adds a query, or changes one.
   *
   * @param id the one to change
   * @throws {JiraError} unknownProvider; `notFound` for a query that is not there; invalidParams for a name that another one has
   */
  async save(id: string | undefined, { name, jql, provider }: NewQuery): Promise<SavedQuery> {
    return this.#configuration.update(({ queries, providers }) => {
      if (provider !== undefined && !providers.some((each) => each.id === provider)) {
        throw new JiraError('unknownProvider', 'There is no such provider. The list is in jira/providers.');
      }
      const index = queries.findIndex((query) => query.id === id);
      if (id !== undefined && index < 0) throw noQuery(id);
      const same = queries.find((query) => query.id !== id && query.provider === provider && query.name.toLowerCase() === name.toLowerCase());
      if (same !== undefined) throw invalidParams('name', `Another query is called “${same.name}”: ${same.id}.`);
      const query = { id: id ?? this.#newId('query'), name, jql, ...(provider === undefined ? {} : { provider }) };
      if (index < 0) queries.push(query);
      else queries[index] = query;
      return query;
    });
  }

  /** Forgets a query. @throws {JiraError} `notFound` */
  async remove(id: string): Promise<void> {
    await this.#configuration.update(({ queries }) => {
      const index = queries.findIndex((query) => query.id === id);
      if (index < 0) throw noQuery(id);
      queries.splice(index, 1);
    });
  }
}

function noQuery(id: string): JiraError {
  return new JiraError('notFound', `There is no saved query ${JSON.stringify(id)}. The list is in jira/queries.`);
}
