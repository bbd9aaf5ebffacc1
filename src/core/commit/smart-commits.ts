/**
 * Smart commits: what Jira does for a commit whose message says `ABC-1 #comment …`, `#time 1h 30m …` or `#in-progress`
 * (Atlassian, “Processing issues with Smart Commits”).
 */

/** A command in a line. Places are counted in UTF-16 code units. */
export interface SmartCommand {
  readonly start: number;
  /** Where the name ends. */
  readonly end: number;
  /** Without the `#`, as it is written. */
  readonly name: string;
  /** What follows it, up to the next command. */
  readonly argument: string;
}

/** A transition, as far as smart commits name it. */
export interface NamedTransition {
  readonly name: string;
}

/** Commands that are no transitions. */
export const smartCommands = {
  comment: 'Adds a comment to the issue: `#comment text`.',
  time: 'Logs work: `#time 1w 2d 3h 4m text`.',
} as const;

/** The commands in a line behind the first key in it. @param behind where that key ends */
export function findSmartCommands(line: string, behind: number): SmartCommand[] {
  const found = [...line.matchAll(/(?<=^|\s)#(\p{L}[\p{L}\p{M}\p{N}_-]*)/gu)].filter(({ index }) => index >= behind);
  return found.map(({ index, 0: whole, 1: name = '' }, at) => {
    const end = index + whole.length;
    return { start: index, end, name, argument: line.slice(end, found[at + 1]?.index ?? line.length).trim() };
  });
}

/** How a transition is named in a command: in lower case, with hyphens for spaces. */
export function commandOf({ name }: NamedTransition): string {
  return name.trim().toLowerCase().replace(/\s+/g, '-');
}

/** What is wrong with the arguments of `#comment` and `#time`; nothing for other commands. */
export function argumentProblem({ name, argument }: SmartCommand): string | undefined {
  switch (name.toLowerCase()) {
    case 'comment':
      return argument === '' ? 'The comment is missing: write `#comment` and the text.' : undefined;
    case 'time':
      return /^\d+(?:[.,]\d+)?[wdhm](?=\s|$)/i.test(argument) ? undefined : 'The time is missing: write `#time` and weeks, days, hours or minutes, for instance `#time 1w 2d 3h 4m`.';
    default:
      return undefined;
  }
}

/** Whether a command names a transition, and not a comment or a time. */
export function isTransition({ name }: SmartCommand): boolean {
  return !Object.hasOwn(smartCommands, name.toLowerCase());
}

/** What is wrong with a command that names a transition. The beginning of a name is enough where it is that of no other. */
export function transitionProblem({ name }: SmartCommand, key: string, transitions: readonly NamedTransition[]): string | undefined {
  const wanted = name.toLowerCase();
  const commands = [...new Set(transitions.map(commandOf))];
  const fitting = commands.includes(wanted) ? [wanted] : commands.filter((each) => each.startsWith(wanted));
  if (fitting.length === 1) return undefined;
  const say = (each: readonly string[]): string => each.map((command) => `#${command}`).join(', ');
  if (fitting.length > 1) return `#${name} may mean ${say(fitting)} for ${key}.`;
  return commands.length === 0 ? `No transition of ${key} is open to you.` : `${key} has no transition #${name} now. It has ${say(commands)}.`;
}
