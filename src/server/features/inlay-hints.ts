/** `textDocument/inlayHint`: the status beside each key, where the user wants it. */
import type { InlayHint } from 'vscode-languageserver/node';
import type { Issue } from '../../../protocol/issues.ts';
import type { Feature } from './feature.ts';

/** Characters of a hint: it stands in the middle of somebody's text. */
const longestHint = 60;

/** Says what is known at once; when more is known, the editor is told to ask again. */
export const inlayHints: Feature<'textDocument/inlayHint'> = async ({ textDocument: { uri }, range }, { documents, workbench }, signal) => {
  const { references, lookup, settings } = workbench;
  const document = documents.get(uri);
  if (document === undefined || !settings.current.inlayHints.enabled) return [];
  await references.ready(signal);
  const hints: InlayHint[] = [];
  for (const { range: place, key, servers } of references.within(document, range)) {
    const issue = servers.map(({ provider }) => lookup.known({ provider, key })?.issue).find((each) => each !== undefined);
    const label = issue === undefined ? '' : labelOf(settings.current.inlayHints.text, issue);
    if (issue !== undefined && label !== '') hints.push({ position: place.end, label, paddingLeft: true, tooltip: `${issue.key} ${issue.summary}` });
  }
  return hints;
};

function labelOf(template: string, issue: Issue): string {
  const values: Readonly<Record<string, string>> = {
    key: issue.key,
    status: issue.status.name,
    summary: issue.summary,
    assignee: issue.assignee?.displayName ?? '',
    type: issue.type.name,
    priority: issue.priority?.name ?? '',
  };
  const label = template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? values[name]! : whole)).trim();
  return label.length <= longestHint ? label : `${label.slice(0, longestHint - 1).toWellFormed()}…`;
}
