/**
 * Builds `dist/`: the agent as Node.js runs it, with no `node_modules` beside it.
 *
 * esbuild splits ES modules only, but CommonJS starts faster. So it bundles and splits in a first
 * pass, and makes each file CommonJS in a second one; there `import()` becomes a lazy `require`.
 * Measured (spawn to the answer of `initialize`): an ES module costs a sixth of bare Node.js more.
 *
 * Names are kept, so that a stack trace of a user's machine can be read without the source maps,
 * which stay out of the package: renaming everything saved 0.5 MB of memory and no time.
 */
import { build, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lazyBuiltins } from './scripts/build/lazy-builtins.mjs';
import { thirdPartyNotices } from './scripts/build/third-party-notices.mjs';

const outdir = 'dist';
/** What the code cache is filed under: replaced by a digest of everything that was built. */
const buildIdPlaceholder = '__BUILD_ID__';

const common = {
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none', // They are in THIRD-PARTY-NOTICES.txt.
  sourcesContent: false,
  logOverride: { 'empty-import-meta': 'error' }, // Of import.meta, CommonJS gets the url alone.
};

const { outputFiles, metafile } = await build({
  ...common,
  entryPoints: { main: 'src/main.ts' },
  outdir,
  write: false,
  bundle: true,
  splitting: true,
  format: 'esm',
  chunkNames: '[name]-[hash]',
  define: { buildId: JSON.stringify(buildIdPlaceholder), 'import.meta.url': 'importMetaUrl' },
  inject: ['scripts/build/import-meta-url.mjs'],
  plugins: [lazyBuiltins(/[\\/]node_modules[\\/]vscode-(languageserver|jsonrpc)/, ['child_process', 'crypto'])],
  sourcemap: 'inline',
  metafile: true,
});

const files = await Promise.all(outputFiles.map(async ({ path, text }) => {
  const { code, map } = await transform(text, {
    ...common,
    format: 'cjs',
    supported: { 'dynamic-import': false },
    sourcefile: basename(path),
    sourcemap: 'external',
  });
  return { name: basename(path), code, map };
}));
const digest = createHash('sha256');
for (const { code } of files) digest.update(code);
const buildId = digest.digest('hex').slice(0, 16);
const notices = await thirdPartyNotices(Object.keys(metafile.inputs));

await rm(outdir, { recursive: true, force: true });
await mkdir(outdir, { recursive: true });
for (const { name, code, map } of files) {
  await writeFile(join(outdir, name), `${code.replace(buildIdPlaceholder, buildId)}//# sourceMappingURL=${name}.map\n`);
  await writeFile(join(outdir, `${name}.map`), map);
}
await writeFile(join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
await writeFile(join(outdir, 'THIRD-PARTY-NOTICES.txt'), notices);
await chmod(join(outdir, 'main.js'), 0o755);

// What is bundled into which file, for the tests of the bundle.
await mkdir('.cache', { recursive: true });
await writeFile('.cache/metafile.json', JSON.stringify(metafile));
