/**
 * Builds `dist/`: the agent as Node.js runs it, with no `node_modules` beside it.
 *
 * esbuild splits ES modules only, but CommonJS starts faster. So it bundles and splits in a first
 * pass, and makes each file CommonJS in a second one; there `import()` becomes a lazy `require`.
 */
import { build, transform } from 'esbuild';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const outdir = 'dist';
const target = 'node20.19';

const bundled = await build({
  entryPoints: { main: 'src/main.ts' },
  outdir,
  write: false,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target,
  sourcemap: 'inline',
  sourcesContent: false,
  metafile: true,
  chunkNames: '[name]-[hash]',
  define: { 'import.meta.url': 'moduleUrl' },
  logOverride: { 'empty-import-meta': 'error' },
});

await rm(outdir, { recursive: true, force: true });
await mkdir(outdir, { recursive: true });
for (const file of bundled.outputFiles) {
  const name = basename(file.path);
  const { code, map } = await transform(file.text, {
    format: 'cjs',
    platform: 'node',
    target,
    supported: { 'dynamic-import': false },
    sourcemap: 'external',
    sourcefile: name,
    sourcesContent: false,
    logOverride: { 'empty-import-meta': 'error' },
  });
  const usesModuleUrl = /\bmoduleUrl\b/.test(code);
  const moduleUrl = usesModuleUrl ? "var moduleUrl = require('node:url').pathToFileURL(__filename).href; " : '';
  await writeFile(join(outdir, name), `${moduleUrl}${code}//# sourceMappingURL=${name}.map\n`);
  await writeFile(join(outdir, `${name}.map`), map);
}
await writeFile(join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
await chmod(join(outdir, 'main.js'), 0o755);
