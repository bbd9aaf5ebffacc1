/** What there is to look at on each server: saved queries, presets, favourite filters, boards and their sprints. */
import type { ParamsInputOf, ResultOf } from '../../../../../protocol/definition.ts';
import type { Requests } from '../../../../../protocol/index.ts';
import type { Issue } from '../../../../../protocol/issues.ts';
import type { IssuesChanged } from '../../../../../protocol/issues-changed.ts';
import type { RequestMethod } from '../../../../../protocol/methods.ts';
import type { Provider } from '../../../../../protocol/provider.ts';
import { IssueList, type IssueListOptions, type IssueQuery } from '../lists/issue-list.ts';
import { problemOf } from '../problems.ts';
import type { BoardNode, GroupNode, ListNode, Node, NoteNode, ProviderNode } from './nodes.ts';

/** Sends a request to the agent. */
export type Request = <M extends RequestMethod>(method: M, params: ParamsInputOf<Requests[M]>) => Promise<ResultOf<Requests[M]>>;

/** What the catalogue is made from. */
export interface CatalogueOptions extends Pick<IssueListOptions, 'ask' | 'newCancellation'> {
  readonly request: Request;
  /** Called where a list has something else to show. */
  readonly onChange: (node: ListNode) => void;
}

/** The rows above the issues. A list is the same one for as long as its query is, so that what was read stays. */
export class Catalogue {
  readonly #options: CatalogueOptions;
  readonly #lists = new Map<string, ListNode>();
  readonly #groups = new Map<string, GroupNode | BoardNode>();
  readonly #searches = new Map<string, ListNode[]>();

  constructor(options: CatalogueOptions) {
    this.#options = options;
  }

  /** The lists that were looked at, or may be. */
  get lists(): Iterable<ListNode> {
    return this.#lists.values();
  }

  /** What a server has. */
  async ofProvider(parent: ProviderNode): Promise<Node[]> {
    const { provider } = parent;
    const note = needOf(parent);
    if (note !== undefined) return [note];
    const [{ queries }, presets] = await Promise.all([
      this.#options.request('jira/queries', { provider: provider.id }),
      this.#orProblem(parent, async () => {
        const result = await this.#options.request('jira/presets', { provider: provider.id });
        return result.presets.map(({ id, title, jql }) => this.#list({ id: `${provider.id}/preset/${id}`, source: 'preset', provider, title, details: jql }, { preset: id }));
      }),
    ]);
    const saved = queries.map((query) => this.#list({ id: `${provider.id}/saved/${query.id}`, source: 'saved', provider, title: query.name, details: query.jql, saved: query }, { jql: query.jql }));
    const groups = presets.some(({ kind }) => kind === 'note') ? [] : [this.#group(provider, 'filters'), this.#group(provider, 'boards')];
    return [...(this.#searches.get(provider.id) ?? []), ...saved, ...presets, ...groups];
  }

  /** The filters, or the boards. */
  ofGroup(parent: GroupNode): Promise<Node[]> {
    const { provider, group } = parent;
    return this.#orProblem(parent, async () => {
      if (group === 'boards') {
        const { boards } = await this.#options.request('jira/boards', { provider: provider.id });
        return boards.map((board) => this.#board({ kind: 'board', id: `${provider.id}/board/${board.id}`, board, provider }));
      }
      const { filters } = await this.#options.request('jira/filters', { provider: provider.id });
      return filters.map(({ id, name, jql, description }) => this.#list({ id: `${provider.id}/filter/${id}`, source: 'filter', provider, title: name, details: description ?? jql }, { filter: id }));
    });
  }

  /** The sprints of a board: those under way, and those to come. */
  ofBoard(parent: BoardNode): Promise<Node[]> {
    const { provider, board } = parent;
    return this.#orProblem(parent, async () => {
      const { sprints } = await this.#options.request('jira/sprints', { provider: provider.id, board: board.id });
      return sprints.map(({ id, name, goal, state }) =>
        this.#list({ id: `${provider.id}/board/${board.id}/sprint/${id}`, source: 'sprint', provider, title: name, details: goal ?? state }, { jql: `sprint = ${id} ORDER BY rank` }),
      );
    });
  }

  /** Keeps a search as a list at the top of its server. */
  addSearch(provider: Provider, title: string, query: Omit<IssueQuery, 'provider'>): ListNode {
    const node = this.#list({ id: `${provider.id}/search/${JSON.stringify(query)}`, source: 'search', provider, title, ...(query.jql === undefined ? {} : { details: query.jql }) }, query);
    const others = (this.#searches.get(provider.id) ?? []).filter((each) => each !== node);
    this.#searches.set(provider.id, [node, ...others]);
    return node;
  }

  /** Forgets a search. */
  removeSearch(node: ListNode): void {
    const { id } = node.provider;
    this.#searches.set(id, (this.#searches.get(id) ?? []).filter((each) => each !== node));
    this.#lists.delete(node.id);
  }

  /** Takes over what is different in what was answered from the cache. */
  follow(change: IssuesChanged): void {
    for (const { list } of this.#lists.values()) list.follow(change);
  }

  /** Shows an issue as it is now, wherever it is listed. */
  replace(issue: Issue): void {
    for (const { list } of this.#lists.values()) list.replace(issue);
  }

  /** Forgets what belongs to servers that are gone. */
  keepOnly(providers: readonly Provider[]): void {
    const there = new Set(providers.map(({ id }) => id));
    for (const [id, node] of this.#lists) {
      if (there.has(node.provider.id)) continue;
      node.list.cancel();
      this.#lists.delete(id);
    }
  }

  /** The same row as before, unless it is called differently or asks for something else by now. */
  #list(given: Omit<ListNode, 'kind' | 'list'>, query: Omit<IssueQuery, 'provider'>): ListNode {
    const known = this.#lists.get(given.id);
    const isSameQuery = known !== undefined && known.list.query.jql === query.jql;
    if (isSameQuery && known.title === given.title && known.provider.name === given.provider.name) return known;
    known?.list.cancel();
    const list: IssueList = isSameQuery
      ? known.list
      : new IssueList({
          query: { provider: given.provider.id, ...query },
          ask: this.#options.ask,
          newCancellation: this.#options.newCancellation,
          onChange: () => {
            const shown = this.#lists.get(given.id);
            if (shown?.list === list) this.#options.onChange(shown);
          },
        });
    const node: ListNode = { kind: 'list', ...given, list };
    this.#lists.set(given.id, node);
    return node;
  }

  #group(provider: Provider, group: GroupNode['group']): GroupNode {
    return this.#same<GroupNode>({ kind: 'group', id: `${provider.id}/${group}`, group, provider });
  }

  #board(node: BoardNode): BoardNode {
    return this.#same(node);
  }

  /** Rows without a content of their own stay the same objects: VS Code knows a row by its object. */
  #same<T extends GroupNode | BoardNode>(node: T): T {
    const known = this.#groups.get(node.id);
    if (known !== undefined) return known as T;
    this.#groups.set(node.id, node);
    return node;
  }

  async #orProblem(parent: Node, read: () => Promise<Node[]>): Promise<Node[]> {
    const note = (note: NoteNode['note']): NoteNode => ({ kind: 'note', id: `${parent.id}/note`, parent, note });
    try {
      const rows = await read();
      return rows.length === 0 ? [note({ type: 'empty' })] : rows;
    } catch (error) {
      return [note({ type: 'problem', problem: problemOf(error) })];
    }
  }
}

/** A server that cannot be asked yet. */
function needOf(parent: ProviderNode): NoteNode | undefined {
  const { state } = parent.provider;
  const isOut = state === 'needsAuthorization' || state === 'credentialsExpired' || state === 'credentialsRejected';
  return isOut ? { kind: 'note', id: `${parent.id}/note`, parent, note: { type: 'signIn' } } : undefined;
}
