#!/usr/bin/env node
/** The program: answers `--version` and `--help` at once, else starts the language server, or the doctor. */
import { parseArguments, type Arguments } from './arguments.ts';

const options = parseArguments(process.argv.slice(2));
if (options.kind === 'text') {
  process.stdout.write(options.text);
} else if (options.kind === 'mistake') {
  process.stderr.write(options.text);
  process.exitCode = 2;
} else {
  void run(options);
}

async function run(program: Extract<Arguments, { kind: 'serve' | 'doctor' }>): Promise<void> {
  const { setHeapFlags } = await import('./startup/heap-flags.ts');
  setHeapFlags();
  if (program.kind === 'doctor') {
    const { runDoctor } = await import('./cli/doctor.ts');
    await runDoctor(program);
    return;
  }
  // Without the code cache the agent starts as well, only later.
  await import('./startup/code-cache.ts').then(({ useCodeCache }) => useCodeCache()).catch(() => {});
  const { start } = await import('./server/start.ts');
  start(program);
}
