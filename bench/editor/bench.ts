/** What an editor feels: typing in a long document, and hovers while a long list is fetched. */
import { setTimeout as pause } from 'node:timers/promises';
import { printTable } from '../measure.ts';
import { type JiraProcess, startJiraProcess } from '../issues/jira-process.ts';
import { startWatchedAgent, type WatchedAgent, type Work } from './watched-agent.ts';

const lines = 50_000;
const keys = 5000;
const changes = 500;
const uri = 'file:///bench/notes.md';
/** Milliseconds between two letters of somebody who types fast. */
const pace = 15;

/** Prints both tables. @param options `hovers`: how many */
export async function benchEditor({ hovers }: { hovers: number }): Promise<void> {
  await benchTyping();
  await benchHovers(hovers);
}

async function benchTyping(): Promise<void> {
  const rows: string[][] = [];
  for (const pageCap of [1000, keys]) {
    await using jira = await startJiraProcess({ issues: keys + 500, pageCap, latency: 0 });
    await using agent = await startWatchedAgent(jira);
    await open(agent, ''); // The projects of the server are asked for when the first document opens.
    await hover(agent, 0, 0);
    const before = await jira.count();
    const opened = await agent.watch(async () => {
      await open(agent, documentWithKeys());
      await settled(jira, before.requests);
    });
    const queries = (await jira.count()).requests - before.requests;
    const typed = await agent.watch(() => type(agent));
    const idle = await agent.watch(() => pause(changes * pace));
    rows.push([`largest page ${pageCap}`, String(queries), ms(opened.blocked), ms(typed.cpu / changes), ms(typed.usuallyBlocked), ms(typed.blocked), ms(idle.blocked)]);
  }
  const head = ['', 'queries for all keys', 'open: longest block, ms', 'work per change, ms', 'typing: p99 block, ms', 'longest, ms', 'nobody types: longest, ms'];
  printTable(`typing in ${lines} lines with ${keys} keys, ${changes} changes`, head, rows);
}

async function benchHovers(hovers: number): Promise<void> {
  await using jira = await startJiraProcess({ issues: 10_000, pageCap: 1000, latency: 0 });
  await using agent = await startWatchedAgent(jira);
  await open(agent, 'BIG-1');
  await hover(agent, 0, 1);
  const idle = await agent.watch(() => hoverOften(agent, hovers));
  let fetching = true;
  const busy = await agent.watch(async () => {
    const list = (async () => {
      while (fetching) await agent.connection.sendRequest('jira/issues', { jql: 'ORDER BY key ASC', limit: 10_000, partialResultToken: 'all' });
    })();
    await hoverOften(agent, hovers);
    fetching = false;
    await list;
  });
  const row = (name: string, { times }: Work): string[] => {
    const [own, all] = [times.map((time) => time.own), times.map((time) => time.all)];
    return [name, ms(quantile(own, 0.5)), ms(quantile(own, 0.99)), ms(quantile(all, 0.5)), ms(quantile(all, 0.99))];
  };
  const head = ['', 'server time p50, ms', 'p99, ms', 'with waiting p50, ms', 'p99, ms'];
  printTable(`${hovers} hovers on a key that is known`, head, [row('nothing else to do', idle), row('while 10,000 issues are fetched, over and over', busy)]);
}

function documentWithKeys(): string {
  const every = lines / keys;
  return Array.from({ length: lines }, (_, line) => (line % every === 0 ? `A line that refers to BIG-${line / every + 1}, as many do.` : `Line ${line} says something of UTF-8 and of nothing else at all.`)).join('\n');
}

async function open({ connection }: WatchedAgent, text: string): Promise<void> {
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
}

async function hover({ connection }: WatchedAgent, line: number, character: number): Promise<unknown> {
  return connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } });
}

/** Waits until Jira was asked, and is asked for nothing more. */
async function settled(jira: JiraProcess, before: number): Promise<void> {
  for (let seen = before, now = -1; now !== seen || seen === before; await pause(500)) [seen, now] = [now, (await jira.count()).requests];
}

/** Letters and lines here and there, as somebody types who jumps about. */
async function type({ connection }: WatchedAgent): Promise<void> {
  for (let number = 0; number < changes; number += 1) {
    const place = { line: (number * 7919) % lines, character: 3 };
    const text = number % 10 === 0 ? '\n' : number % 10 === 5 ? ' BIG-7 ' : 'x';
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: number + 2 }, contentChanges: [{ range: { start: place, end: place }, text }] });
    await pause(pace);
  }
  await pause(1000); // What is done when typing pauses counts too.
}

async function hoverOften(agent: WatchedAgent, hovers: number): Promise<void> {
  for (let number = 0; number < hovers; number += 1) {
    await hover(agent, 0, 1);
    await pause(1);
  }
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function ms(value: number): string {
  return value.toFixed(2);
}
