/** A clean environment: nothing of the machine that runs the tests decides how the agent behaves. */

const inherited = ['PATH', 'SystemRoot', 'ComSpec', 'PATHEXT', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'TZ', 'NODE_V8_COVERAGE'];

/**
 * The environment of an agent under test: no proxies, no certificates, no options of Node.js, and a home of its own.
 *
 * @param home the folder that is its home
 * @param changes variables to set; `undefined` takes one away
 */
export function agentEnvironment(home: string, changes: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { HOME: home, USERPROFILE: home, APPDATA: home, LOCALAPPDATA: home };
  for (const name of inherited) {
    if (process.env[name] !== undefined) environment[name] = process.env[name];
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete environment[name];
    else environment[name] = value;
  }
  return environment;
}
