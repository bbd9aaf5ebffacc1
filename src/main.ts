#!/usr/bin/env node
/** The program: answers `--version` and `--help` at once, else starts the language server, the doctor, or a command of administrators. */
import { parseArguments } from './arguments.ts';

const options = parseArguments(process.argv.slice(2));
if (options.kind === 'text') {
  process.stdout.write(options.text);
} else if (options.kind === 'mistake') {
  process.stderr.write(options.text);
  process.exitCode = 2;
} else if (options.kind === 'doctor') {
  void import('./cli/doctor.ts').then(({ runDoctor }) => runDoctor(options));
} else if (options.kind === 'org') {
  void import('./cli/org.ts').then(({ runOrg }) => runOrg(options));
} else {
  // Without the code cache the agent starts as well, only later.
  void import('./startup/code-cache.ts')
    .then(({ useCodeCache }) => useCodeCache())
    .catch(() => {})
    .then(() => import('./server/start.ts'))
    .then(({ start }) => start(options));
}
