/** The issues view: its rows, when they are read, and what makes them read anew. */
import { CancellationTokenSource, type Disposable, type Event, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Issue } from '../../../../../protocol/issues.ts';
import type { Provider } from '../../../../../protocol/provider.ts';
import type { Agent } from '../../agent.ts';
import type { IssueList, IssueQuery } from '../lists/issue-list.ts';
import { Catalogue } from './catalogue.ts';
import { type ListNode, type Node, type ProviderNode, providerOf, rowsOf } from './nodes.ts';
import { itemOf } from './tree-items.ts';

/** Milliseconds after which lists that are looked at again are read anew. */
const freshFor = 60_000;

/** Gives VS Code the rows. Nothing is read before somebody looks. */
export class IssueTree implements TreeDataProvider<Node>, Disposable {
  readonly #agent: Agent;
  readonly #changed = new EventEmitter<Node | undefined>();
  readonly #catalogue: Catalogue;
  readonly #servers = new Map<string, ProviderNode>();
  readonly #shown = new Set<ListNode>();
  readonly #firstReads = new WeakMap<IssueList, Promise<void>>();
  readonly #subscriptions: Disposable[];
  /** Children that were handed out, and their parents: VS Code asks for these to reveal a row. */
  readonly #parents = new Map<string, Node>();
  #providers: readonly Provider[] = [];
  #readAt = 0;

  constructor(agent: Agent) {
    this.#agent = agent;
    this.#catalogue = new Catalogue({
      request: (method, params) => agent.request(method, params),
      newCancellation: () => new CancellationTokenSource(),
      ask: (params, token) => agent.request('jira/issues', params, token),
      onChange: (node) => this.#changed.fire(node),
    });
    this.#subscriptions = [
      agent.onDidChangeIssues((change) => this.#catalogue.follow(change)),
      agent.onDidChangeProviders((providers) => this.#followProviders(providers)),
    ];
  }

  get onDidChangeTreeData(): Event<Node | undefined> {
    return this.#changed.event;
  }

  getTreeItem(node: Node): TreeItem {
    return itemOf(node);
  }

  getParent(node: Node): Node | undefined {
    return this.#parents.get(node.id);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const rows = await this.#childrenOf(node);
    for (const row of rows) {
      if (node === undefined) this.#parents.delete(row.id);
      else this.#parents.set(row.id, node);
    }
    return rows;
  }

  /** Reads a row anew, with what is below it; everything unless one is given. */
  async refresh(node?: Node): Promise<void> {
    if (node === undefined) {
      this.#changed.fire(undefined);
      await Promise.all([...this.#shown].map(({ list }) => list.load()));
    } else if (node.kind === 'list') {
      await node.list.load();
    } else if (node.kind === 'note' || node.kind === 'issue' || node.kind === 'more') {
      await this.refresh(node.parent);
    } else {
      this.#changed.fire(this.#isOnlyServer(node) ? undefined : node);
      await Promise.all([...this.#shown].filter(({ id }) => id.startsWith(`${node.id}/`)).map(({ list }) => list.load()));
    }
  }

  /** Brings what is shown up to date where it was read a while ago; Jira is asked for what changed since. */
  lookAgain(): void {
    if (Date.now() - this.#readAt < freshFor) return;
    this.#readAt = Date.now();
    for (const { list } of this.#shown) if (!list.isLoading) void list.load('first');
  }

  /** Shows an issue as it is now, wherever it is listed. */
  replace(issue: Issue): void {
    this.#catalogue.replace(issue);
  }

  /** Notes which lists are open: these are kept up to date. */
  expanded(node: Node, isExpanded: boolean): void {
    if (node.kind !== 'list') return;
    if (isExpanded) this.#shown.add(node);
    else this.#shown.delete(node);
  }

  /** Keeps a search as a list. */
  addSearch(provider: Provider, title: string, query: Omit<IssueQuery, 'provider'>): ListNode {
    const node = this.#catalogue.addSearch(provider, title, query);
    const server = this.#servers.get(provider.id);
    if (server !== undefined && !this.#isOnlyServer(server)) this.#parents.set(node.id, server);
    this.#changed.fire(undefined);
    return node;
  }

  removeSearch(node: ListNode): void {
    this.#catalogue.removeSearch(node);
    this.#shown.delete(node);
    this.#changed.fire(undefined);
  }

  dispose(): void {
    for (const { list } of this.#catalogue.lists) list.cancel();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #childrenOf(node: Node | undefined): Promise<Node[]> {
    switch (node?.kind) {
      case undefined:
        return this.#roots();
      case 'provider':
        return this.#catalogue.ofProvider(node);
      case 'group':
        return this.#catalogue.ofGroup(node);
      case 'board':
        return this.#catalogue.ofBoard(node);
      case 'list':
        return this.#issuesOf(node);
      default:
        return [];
    }
  }

  async #roots(): Promise<Node[]> {
    this.#providers = await this.#agent.providers();
    this.#catalogue.keepOnly(this.#providers);
    const servers = this.#providers.map((provider): ProviderNode => {
      const known = this.#servers.get(provider.id);
      const node: ProviderNode = known !== undefined && JSON.stringify(known.provider) === JSON.stringify(provider) ? known : { kind: 'provider', id: provider.id, provider };
      this.#servers.set(provider.id, node);
      return node;
    });
    const [only, ...others] = servers;
    return only !== undefined && others.length === 0 ? this.#catalogue.ofProvider(only) : servers;
  }

  async #issuesOf(node: ListNode): Promise<Node[]> {
    this.#shown.add(node);
    const { list } = node;
    if (list.total === undefined && list.problem === undefined) {
      if (!list.isLoading) this.#firstReads.set(list, this.#readFirst(list));
      await this.#firstReads.get(list);
    }
    return rowsOf(node);
  }

  #readFirst(list: IssueList): Promise<void> {
    this.#readAt = Date.now();
    return list.load('first');
  }

  /** With one server there is no row for it: its lists are at the top. */
  #isOnlyServer(node: Node): boolean {
    return node.kind === 'provider' && this.#providers.length === 1;
  }

  /** What could not be read before may be readable now. */
  #followProviders(providers: readonly Provider[]): void {
    const before = new Map(this.#providers.map((provider) => [provider.id, provider]));
    this.#changed.fire(undefined);
    for (const node of this.#shown) {
      const now = providers.find(({ id }) => id === providerOf(node).id);
      const isBack = now?.state === 'connected' && before.get(now.id)?.state !== 'connected';
      if (isBack && (node.list.problem !== undefined || node.list.seen !== undefined)) void node.list.load();
    }
    this.#providers = providers;
  }
}
