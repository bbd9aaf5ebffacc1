/**
 * Builds `dist/`: the agent as Node.js runs it, with no `node_modules` beside it.
 *
 * What starts is small, and the rest is loaded on first use. esbuild splits ES modules only, but
 * CommonJS starts faster (an ES module costs a sixth of bare Node.js more): so it bundles and splits
 * in a first pass, and makes each file CommonJS in a second one, where `import()` becomes a lazy
 * `require`. `main.js` is bundled for itself, since each further file at the start takes its time.
 *
 * Names are kept, so that a stack trace from a user's machine can be read without the source maps,
 * which stay out of the package: renaming everything saved 0.5 MB of memory and no time.
 */
import { build, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lazyBuiltins } from './scripts/build/lazy-builtins.mjs';
import { oneNamespace } from './scripts/build/one-namespace.mjs';
import { thirdPartyNotices } from './scripts/build/third-party-notices.mjs';
import { withoutPackages } from './scripts/build/without-packages.mjs';

/** `JIRA_DIST` builds elsewhere, so that a running agent keeps its files. */
const outdir = process.env['JIRA_DIST'] ?? 'dist';

const common = {
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none', // They are in THIRD-PARTY-NOTICES.txt.
  lineLimit: 200, // Node.js prints the whole line that threw.
  sourcesContent: false,
};
const bundle = { ...common, outdir, bundle: true, write: false, metafile: true };
const commonJs = { format: 'cjs', supported: { 'dynamic-import': false } };

/** The files that `main.js` loads, and from what they are made. */
const loaded = {
  './server/start.ts': './agent.js',
  './cli/doctor.ts': './doctor-command.js',
  './cli/org.ts': './org-command.js',
  './startup/code-cache-writer.ts': './code-cache-writer.js',
  './code-cache-writer.ts': './code-cache-writer.js',
};

const agent = await build({
  ...bundle,
  entryPoints: { agent: 'src/server/start.ts', 'doctor-command': 'src/cli/doctor.ts', 'org-command': 'src/cli/org.ts', 'code-cache-writer': 'src/startup/code-cache-writer.ts' },
  splitting: true,
  format: 'esm',
  chunkNames: '[name]-[hash]',
  define: { 'import.meta.url': 'importMetaUrl' },
  plugins: [
    oneNamespace(/[\\/]src[\\/]/, 'vscode-languageserver/node'),
    lazyBuiltins(/[\\/]node_modules[\\/]vscode-(languageserver|jsonrpc)/, ['child_process', 'crypto']),
    withoutPackages(['pg-native']),
  ],
  sourcemap: 'inline',
});
const files = await Promise.all(agent.outputFiles.map(async ({ path, text }) => {
  const { code, map } = await transform(text, {
    ...common,
    ...commonJs,
    banner: text.includes('importMetaUrl') ? 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' : '',
    sourcefile: basename(path),
    sourcemap: 'external',
  });
  return { name: basename(path), code, map };
}));

/** What the code cache is filed under. */
const buildId = createHash('sha256').update(files.map(({ code }) => code).join()).digest('hex').slice(0, 16);
const main = await build({
  ...bundle,
  ...commonJs,
  entryPoints: { main: 'src/main.ts' },
  define: { buildId: JSON.stringify(buildId) },
  plugins: [{
    name: 'files-of-the-agent',
    setup({ onResolve }) {
      onResolve({ filter: /\.ts$/ }, ({ path, kind }) => (
        kind === 'dynamic-import' && path in loaded ? { path: loaded[path], external: true } : undefined
      ));
    },
  }],
  sourcemap: 'external',
});
const [mainMap, mainCode] = main.outputFiles.sort((a, b) => b.path.length - a.path.length);
files.push({ name: 'main.js', code: mainCode.text, map: mainMap.text });

const metafile = {
  inputs: { ...agent.metafile.inputs, ...main.metafile.inputs },
  outputs: { ...agent.metafile.outputs, ...main.metafile.outputs },
};
const notices = await thirdPartyNotices(Object.keys(metafile.inputs));

await rm(outdir, { recursive: true, force: true });
await mkdir(outdir, { recursive: true });
for (const { name, code, map } of files) {
  await writeFile(join(outdir, name), `${code}//# sourceMappingURL=${name}.map\n`);
  await writeFile(join(outdir, `${name}.map`), map);
}
await writeFile(join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
await writeFile(join(outdir, 'THIRD-PARTY-NOTICES.txt'), notices);
await chmod(join(outdir, 'main.js'), 0o755);

// What went into which file, for the tests of the bundle.
await writeFile(join(outdir, 'metafile.json'), JSON.stringify(metafile));
