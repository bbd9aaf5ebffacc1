/** The page for the administrator of Jira: every value of the application link form, to be copied one by one. */
import { type Disposable, env, type ExtensionContext, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { ApplicationLink } from '../../../../protocol/keys.ts';
import { html } from '../issues/page/html.ts';
import { WebPage } from '../issues/page/web-page.ts';

/** What the page is about. Nothing in it is secret, so that VS Code may keep it until the window is opened again. */
export interface ApplicationLinkPlace {
  /** The provider that waits for the application link. */
  readonly provider: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly applicationLink: ApplicationLink;
}

/** The type of these pages. */
export const applicationLinkPageType = 'jiraClient.applicationLink';

/** The pages that are open. */
export class ApplicationLinkPages {
  readonly #context: ExtensionContext;
  readonly #approve: (provider: string) => Promise<void>;
  readonly #open = new Map<string, WebviewPanel>();

  /** @param approve called when the application link is there, and the user wants to go on */
  constructor(context: ExtensionContext, approve: (provider: string) => Promise<void>) {
    this.#context = context;
    this.#approve = approve;
  }

  /** Restores the pages that were open when a window was closed. */
  register(): Disposable {
    return window.registerWebviewPanelSerializer(applicationLinkPageType, {
      deserializeWebviewPanel: async (panel, state) => {
        const place = (state as { place?: ApplicationLinkPlace } | undefined)?.place;
        if (place?.applicationLink === undefined) panel.dispose();
        else await this.#fill(panel, place);
      },
    });
  }

  isOpen(provider: string): boolean {
    return this.#open.has(provider);
  }

  /** Opens a page. */
  async open(place: ApplicationLinkPlace): Promise<void> {
    await this.#fill(window.createWebviewPanel(applicationLinkPageType, l10n.t('Application Link'), ViewColumn.Active), place);
  }

  async #fill(panel: WebviewPanel, place: ApplicationLinkPlace): Promise<void> {
    this.#open.get(place.provider)?.dispose();
    this.#open.set(place.provider, panel);
    panel.onDidDispose(() => this.#open.get(place.provider) === panel && this.#open.delete(place.provider));
    const fields = fieldsOf(place.applicationLink);
    const page = new WebPage(panel, {
      title: l10n.t('Application link for {0}', place.name),
      place,
      body: bodyOf(place, fields),
      act: async (message) => {
        if (message.type !== 'action') return;
        const field = fields.find(({ name }) => name === message.value);
        if (message.action === 'copy' && field !== undefined) {
          await env.clipboard.writeText(field.value);
          page.say({ type: 'status', text: l10n.t('Copied: {0}', field.label) });
        } else if (message.action === 'open') {
          await env.openExternal(Uri.parse(place.applicationLink.url ?? place.baseUrl, true));
        } else if (message.action === 'approve') {
          await this.#approve(place.provider);
        }
      },
    });
    await page.open(this.#context);
    page.show('ready', {});
  }
}

interface Field {
  readonly name: string;
  /** As the form of Jira calls it, in English as the steps do. */
  readonly label: string;
  readonly value: string;
}

/** In the order of the form. */
function fieldsOf({ applicationUrl, applicationName, consumerKey, consumerName, publicKey }: ApplicationLink): Field[] {
  return [
    { name: 'applicationUrl', label: 'Application URL', value: applicationUrl },
    { name: 'applicationName', label: 'Application Name', value: applicationName },
    { name: 'consumerKey', label: 'Consumer Key', value: consumerKey },
    { name: 'consumerName', label: 'Consumer Name', value: consumerName },
    { name: 'publicKey', label: 'Public Key', value: publicKey.trimEnd() },
  ];
}

function bodyOf({ name, baseUrl, applicationLink }: ApplicationLinkPlace, fields: readonly Field[]) {
  return html`<main>
<h1>${l10n.t('Application link for {0}', name)}</h1>
<p class="path">${baseUrl}</p>
<p>${l10n.t('An administrator of this Jira sets it up once. Nothing on this page is secret: the private key stays with the agent. If somebody else is the administrator, send the values and the steps.')}</p>
<div class="actions"><button data-action="open">${l10n.t('Open Jira’s page of application links')}</button></div>
<h2 id="values">${l10n.t('Values of the form')}</h2>
<div role="group" aria-labelledby="values">${fields.map(
    ({ name: id, label, value }) => html`
<label for="${id}">${label}</label>
<div class="copy">${value.includes('\n') ? html`<textarea id="${id}" rows="${value.split('\n').length}" readonly spellcheck="false">${value}</textarea>` : html`<input id="${id}" value="${value}" readonly>`}
<button class="secondary" data-action="copy" data-value="${id}" aria-label="${l10n.t('Copy: {0}', label)}">${l10n.t('Copy')}</button></div>`,
  )}</div>
<h2>${l10n.t('Steps')}</h2>
<ol>${applicationLink.steps.map((step) => html`<li>${step}</li>`)}</ol>
<h2>${l10n.t('When it is there')}</h2>
<p>${l10n.t('Everybody who uses it, you too, approves the access once in a browser.')}</p>
<div class="actions"><button data-action="approve">${l10n.t('Continue: approve access')}</button></div>
</main>`;
}
