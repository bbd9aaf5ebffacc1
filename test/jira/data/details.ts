import { status, type Status } from './catalogue.ts';
import type { Attachment, Change, Comment, IssueDetails, Worklog } from './issue.ts';
import { randomFrom } from './random.ts';
import { description, prose } from './words.ts';

/** What the long parts are made from. */
export interface DetailsSeed {
  readonly id: number;
  readonly key: string;
  readonly created: number;
  readonly updated: number;
  readonly status: Status;
  readonly people: readonly string[];
}

/** Gives a function that makes the long parts of a generated issue the first time it is called. */
export function generateDetails(seed: DetailsSeed): () => IssueDetails {
  let made: IssueDetails | undefined;
  return () => (made ??= make(seed));
}

function make({ id, key, created, updated, status: state, people }: DetailsSeed): IssueDetails {
  const random = randomFrom(`${key} details`);
  const moment = (): number => created + random.below(updated - created + 1);
  const comments = Array.from({ length: random.below(4) }, (_, at): Comment => {
    const written = moment();
    const author = random.pick(people);
    return { id: id * 10 + at, author, updateAuthor: author, body: prose(random, 2), created: written, updated: written };
  });
  const worklogs = Array.from({ length: random.below(4) === 0 ? 1 + random.below(2) : 0 }, (_, at): Worklog => {
    const started = moment();
    return {
      id: id * 10 + at,
      author: random.pick(people),
      comment: prose(random, 1),
      created: started,
      updated: started,
      started,
      seconds: 900 * (1 + random.below(16)),
    };
  });
  const history: Change[] =
    state.name === 'To Do' ? [] : [{ id: id * 10, author: random.pick(people), created: updated, items: [statusChange(state)] }];
  return {
    description: description(random),
    environment: random.below(8) === 0 ? 'Debian 12, Firefox 128\r\nbehind a proxy' : null,
    comments,
    worklogs,
    history,
    links: id % 20 === 0 ? [{ id: id * 10, type: '10000', direction: id % 40 === 0 ? 'inward' : 'outward', other: 10_000 }] : [],
    attachments: id % 15 === 0 ? [attachment(id, random.pick(people), created)] : [],
    remoteLinks: [],
  };
}

function attachment(id: number, author: string, created: number): Attachment {
  const content = Buffer.from(`The log of ${id}\n`);
  return { id, fileName: `server log & "Größe" ${id}.txt`, author, created, mimeType: 'text/plain', content };
}

function statusChange(to: Status): Change['items'][number] {
  const from = status('To Do');
  return { field: 'status', fieldtype: 'jira', from: from.id, fromString: from.name, to: to.id, toString: to.name };
}
