/** What is made from the protocol is committed, current and usable. */
import { expect } from 'chai';
import { requestMethods } from '../../../protocol/methods.ts';
import { generatedFiles, outdatedFiles } from '../../../scripts/protocol/files.ts';
import { assertValid, root, schema } from './schema.ts';

describe('what is generated from the protocol', () => {
  it('is current', async () => {
    expect(await outdatedFiles(root), 'run `npm run generate`').to.deep.equal([]);
  });

  it('compiles as JSON Schema 2020-12, type by type', () => {
    for (const name of Object.keys(schema.$defs)) {
      expect(() => assertValid(name, `#/$defs/${name}`, Symbol(name)), name).to.throw(/must|data/);
    }
  });

  it('has every request in the overview and in the table of what it touches', async () => {
    const [, document] = await generatedFiles(root);
    for (const method of Object.values(requestMethods)) {
      expect(document?.text).to.include(`| [${method}](#`).and.to.include(`| \`${method}\` |`).and.to.include(`\n### ${method}\n`);
    }
  });

  it('has no link in the document that leads nowhere', async () => {
    const [, document] = await generatedFiles(root);
    const text = document?.text ?? '';
    const anchors = new Set(
      [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(/[^a-z0-9 -]/g, '').replaceAll(' ', '-')),
    );
    const broken = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor = '']) => anchor).filter((anchor) => !anchors.has(anchor));
    expect(broken).to.deep.equal([]);
  });
});
