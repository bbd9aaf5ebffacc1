/** What of a buffer is the message of a commit, and what the version control system tells in it. */

/** The text of a buffer by lines. */
export interface Lines {
  readonly count: number;
  /** A line from 0, with or without its line break. */
  at(line: number): string;
}

/** A line of the message. */
export interface MessageLine {
  readonly line: number;
  readonly text: string;
}

/** The name of the branch that a buffer tells. */
export interface BranchLine extends MessageLine {
  /** The name, and where it begins in the line, in UTF-16 code units. */
  readonly branch: string;
  readonly start: number;
}

/** A buffer that is the message of a commit. */
export interface CommitMessage {
  readonly lines: readonly MessageLine[];
  readonly branch: BranchLine | undefined;
}

/** Lines that are looked at: what is longer was not written by hand. */
const mostLines = 5000;

/** The line below which git and Subversion take nothing for the message. */
const scissors = /^(?:.{1,3} -+ >8 -+|--.*, .*--)\s*$/;

/** What git writes above a message, by which it shows what begins its comments (`core.commentChar`). */
const telling = /^(\S{1,3}) (?:On branch |Please enter |Changes to be committed|Your branch |It looks like |-+ >8 -+)/;

/** “On branch” in the languages that git speaks, and Mercurial's way of saying it. */
const branchLine = /^\S{1,3}:? (?:On branch|Auf Branch|Sur la branche|En la rama|Sul branch|No ramo|На ветке|På gren(?:en)?|Op branch|位于分支|在分支|ブランチ|브랜치|branch|bookmark) ?'?([^\s']+)'?\s*$/;

/** Reads a buffer of git, Mercurial, Jujutsu or Subversion. */
export function readCommitMessage(lines: Lines): CommitMessage {
  const all = Array.from({ length: Math.min(lines.count, mostLines) }, (_, line) => lines.at(line).replace(/[\r\n]+$/, ''));
  const end = all.findIndex((text) => scissors.test(text));
  const comment = all.map((text) => telling.exec(text)?.[1]).find((prefix) => prefix !== undefined) ?? '#';
  const message: MessageLine[] = [];
  let branch: BranchLine | undefined;
  all.forEach((text, line) => {
    const isComment = text.startsWith(comment) || /^(?:HG|JJ):/.test(text);
    if (!isComment && (end < 0 || line < end)) message.push({ line, text });
    const name = isComment && branch === undefined ? branchLine.exec(text)?.[1] : undefined;
    if (name !== undefined) branch = { line, text, branch: name, start: text.lastIndexOf(name) };
  });
  return { lines: message, branch };
}
