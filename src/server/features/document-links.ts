/** `textDocument/documentLink`: the addresses of the issues in a document. */
import type { DocumentLink } from 'vscode-languageserver/node';
import { browseUrl } from '../../core/issues/markdown.ts';
import type { Feature } from './feature.ts';

/**
 * Links each key to its page. Nobody is asked for anything, and each link is whole: LSP4IJ and Neovim leave alone what
 * has yet to be resolved.
 */
export const documentLinks: Feature<'textDocument/documentLink'> = async ({ textDocument: { uri } }, { documents, editor, workbench }, signal) => {
  const { references, settings } = workbench;
  const document = documents.get(uri);
  if (document === undefined || !settings.current.documentLinks.enabled) return [];
  await references.ready(signal);
  const links: DocumentLink[] = [];
  for (const { range, key, servers, url } of references.within(document)) {
    const [server, ...others] = servers;
    const target = url ?? browseUrl(server!.baseUrl, key);
    const tooltip = others.length === 0 ? `Open ${key} in Jira` : `Open ${key} on ${server!.name}; ${others.map(({ name }) => name).join(', ')} may be meant too`;
    links.push({ range, target, ...(editor.capabilities.linkTooltip ? { tooltip } : {}) });
  }
  return links;
};
