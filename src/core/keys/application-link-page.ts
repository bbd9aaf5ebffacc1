import type { ApplicationLink } from '../../../protocol/keys.ts';
import { writeMarkdown } from '../markup/markdown/write-document.ts';
import type { Block, Inline } from '../markup/document.ts';

/** What the administrator needs of an application link, as a page to hand on. @param baseUrl of the server */
export function applicationLinkPage(baseUrl: string, { applicationUrl, applicationName, consumerKey, consumerName, publicKey, steps }: ApplicationLink): string {
  const values: Block = {
    type: 'list',
    ordered: false,
    items: [
      ['Application URL', applicationUrl],
      ['Application Name', applicationName],
      ['Consumer Key', consumerKey],
      ['Consumer Name', consumerName],
    ].map(([name = '', value = '']) => [paragraph([text(`${name}: `), { type: 'code', value }])]),
  };
  const document: Block[] = [
    { type: 'heading', level: 1, children: [text(`An application link for ${baseUrl}`)] },
    paragraph([text('For an administrator of this Jira, who does the following once. Nothing on this page is secret. Then each user approves the access in a browser.')]),
    values,
    paragraph([text('Public Key:')]),
    { type: 'code', language: '', text: publicKey.trimEnd() },
    { type: 'heading', level: 2, children: [text('Steps')] },
    { type: 'list', ordered: true, items: steps.map((step) => [paragraph([text(step)])]) },
  ];
  return `${writeMarkdown(document, {})}\n`;
}

function paragraph(children: readonly Inline[]): Block {
  return { type: 'paragraph', children };
}

function text(value: string): Inline {
  return { type: 'text', value };
}
