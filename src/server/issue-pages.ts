/** Issues as documents of the editor: as a document whose content it asks the agent for, or as a file. */
import type { IssueDetail } from '../../protocol/issue-detail.ts';
import type { Issue } from '../../protocol/issues.ts';
import type { Core } from '../core/core.ts';
import { invalidParams } from '../core/errors.ts';
import { accessTo, type Place } from '../core/issues/access.ts';
import { issuePage, type PageContent, seenPage } from '../core/issues/page.ts';
import { readIssueDetail } from '../core/issues/read-issue.ts';
import type { EditorClient } from './editor-client.ts';

/** Which issue a page is of. */
interface PageOf {
  readonly provider: string;
  readonly key: string;
}

/** The pages that the user was shown. */
export class IssuePages {
  readonly #core: Core;
  readonly #editor: EditorClient;
  readonly #shown = new Map<string, PageOf>();
  /** What a page says that was just read, and that the editor is about to ask for. */
  #justRead: { readonly uri: string; readonly text: string } | undefined;

  constructor(core: Core, editor: EditorClient) {
    this.#core = core;
    this.#editor = editor;
  }

  /** Shows an issue. @returns the document's URI @throws {JiraError} */
  async show(place: Place & { readonly key: string }, signal: AbortSignal): Promise<string> {
    const access = await accessTo(this.#core, place, signal);
    const detail = await readIssueDetail(access, { key: place.key, fields: [], opened: true });
    const page = { provider: access.provider.id, key: detail.key };
    const { uri, name } = await this.#keep(page, detail);
    await this.#editor.showDocument(uri, name);
    return uri;
  }

  /**
   * Where a page of an issue is that was read already, without showing it.
   *
   * @param content what is known of it; for a client that asks for the content it is not needed
   */
  async place(page: PageOf, content: () => PageContent): Promise<string> {
    if (this.#editor.capabilities.textDocumentContent) return uriOf(page);
    const { uri } = await this.#core.pages.write({ provider: page.provider, name: page.key }, issuePage(content()));
    return uri;
  }

  /** Where a page of an issue is of which just that is known which a list shows. */
  async placeOfSeen(issue: Issue): Promise<string> {
    if (this.#editor.capabilities.textDocumentContent) return uriOf(issue);
    const place = { provider: issue.provider, name: issue.key };
    return ((await this.#core.pages.find(place)) ?? (await this.#core.pages.write(place, seenPage(issue)))).uri;
  }

  /** The content of a `jira:` document. @throws {JiraError} invalidParams for another URI */
  async content(uri: string, signal: AbortSignal): Promise<string> {
    const page = parseUri(uri);
    const kept = this.#justRead;
    this.#justRead = undefined;
    this.#shown.set(placeOf(page), page);
    if (kept?.uri === uriOf(page)) return kept.text;
    return issuePage(await this.#read(page, signal));
  }

  /**
   * Tells that an issue was changed, so that a page of it which is shown says so too. That this fails is no failure of
   * the change: who took it for one would change the issue again.
   */
  async changed({ provider, key }: PageOf, signal: AbortSignal): Promise<void> {
    const page = this.#shown.get(placeOf({ provider, key }));
    if (page === undefined) return;
    if (this.#editor.capabilities.textDocumentContent) return this.#editor.contentChanged(uriOf(page));
    try {
      await this.#keep(page, await this.#read(page, signal));
    } catch (error) {
      this.#editor.warn(`The page of ${key} is not up to date: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Reads every page anew that is shown. */
  async refresh(signal: AbortSignal): Promise<void> {
    await Promise.all([...this.#shown.values()].map((page) => this.changed(page, signal)));
  }

  async #read({ provider, key }: PageOf, signal: AbortSignal): Promise<IssueDetail> {
    return readIssueDetail(await accessTo(this.#core, { provider }, signal), { key, fields: [], opened: false });
  }

  async #keep(page: PageOf, detail: IssueDetail): Promise<{ uri: string; name: string }> {
    const text = issuePage(detail);
    const wasShown = this.#shown.has(placeOf(page));
    this.#shown.set(placeOf(page), page);
    if (this.#editor.capabilities.textDocumentContent) {
      const uri = uriOf(page);
      this.#justRead = { uri, text };
      if (wasShown) this.#editor.contentChanged(uri);
      return { uri, name: detail.url };
    }
    const { uri, path } = await this.#core.pages.write({ provider: page.provider, name: page.key }, text);
    return { uri, name: path };
  }
}

/** `jira:/PROVIDER/KEY.md`. */
function uriOf({ provider, key }: PageOf): string {
  return `jira:/${encodeURIComponent(provider)}/${encodeURIComponent(key)}.md`;
}

function parseUri(uri: string): PageOf {
  const [, provider, key] = /^jira:\/*([^/?#]+)\/([^/?#]+)\.md$/.exec(uri) ?? [];
  try {
    if (provider !== undefined && key !== undefined) return { provider: decodeURIComponent(provider), key: decodeURIComponent(key) };
  } catch {
    // It is not percent-encoded as a URI is.
  }
  throw invalidParams('uri', '`uri` is not of a document of the agent, which looks like `jira:/PROVIDER/ABC-1.md`.');
}

function placeOf({ provider, key }: PageOf): string {
  return `${provider} ${key.toUpperCase()}`;
}
