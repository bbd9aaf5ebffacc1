import type { IssueType, Priority, Resolution, Status } from './catalogue.ts';
import type { Project, ProjectPart, Version } from './projects.ts';

/** One issue at one moment; a change makes another one. Times are milliseconds since 1970. */
export interface Issue {
  readonly id: number;
  /** Differs between any two states of any issues. */
  readonly revision: number;
  readonly key: string;
  readonly number: number;
  readonly project: Project;
  readonly type: IssueType;
  readonly status: Status;
  readonly priority: Priority;
  readonly resolution?: Resolution | undefined;
  readonly summary: string;
  /** Names of users. */
  readonly assignee?: string | undefined;
  readonly reporter?: string | undefined;
  readonly creator: string;
  readonly labels: readonly string[];
  readonly components: readonly ProjectPart[];
  readonly fixVersions: readonly Version[];
  readonly versions: readonly Version[];
  readonly created: number;
  readonly updated: number;
  readonly resolved?: number | undefined;
  /** `yyyy-MM-dd` */
  readonly due?: string | undefined;
  /** Id of the parent of a sub-task. */
  readonly parent?: number | undefined;
  /** Key of the epic. */
  readonly epicLink?: string | undefined;
  readonly epicName?: string | undefined;
  /** Ids of sprints. */
  readonly sprints: readonly number[];
  readonly storyPoints?: number | undefined;
  readonly flagged: boolean;
  /** Seconds. */
  readonly originalEstimate?: number | undefined;
  /** Seconds. */
  readonly remainingEstimate?: number | undefined;
  /** The values of fields that an administrator made, by id, in the shape in which Jira shows them. */
  readonly custom?: Readonly<Record<string, unknown>> | undefined;
  readonly watchers: readonly string[];
  readonly voters: readonly string[];
  /** The long parts, made when first asked for. */
  readonly details: () => IssueDetails;
}

/** What is long about an issue. */
export interface IssueDetails {
  readonly description: string | null;
  readonly environment: string | null;
  readonly comments: readonly Comment[];
  readonly worklogs: readonly Worklog[];
  readonly history: readonly Change[];
  readonly links: readonly IssueLink[];
  readonly attachments: readonly Attachment[];
  readonly remoteLinks: readonly RemoteLink[];
}

/** An attached file. */
export interface Attachment {
  readonly id: number;
  readonly fileName: string;
  readonly author: string;
  readonly created: number;
  readonly mimeType: string;
  readonly content: Buffer;
}

/** A link to something outside of Jira. */
export interface RemoteLink {
  readonly id: number;
  readonly globalId?: string | undefined;
  readonly relationship?: string | undefined;
  readonly application: object;
  readonly object: object;
}

/** The long parts of an issue that has none yet. */
export const noDetails: IssueDetails = {
  description: null,
  environment: null,
  comments: [],
  worklogs: [],
  history: [],
  links: [],
  attachments: [],
  remoteLinks: [],
};

/** A comment; `author` is a user's name. */
export interface Comment {
  readonly id: number;
  readonly author: string;
  readonly updateAuthor: string;
  readonly body: string;
  readonly created: number;
  readonly updated: number;
  readonly visibility?: { readonly type: string; readonly value: string } | undefined;
}

/** Work that somebody logged. */
export interface Worklog {
  readonly id: number;
  readonly author: string;
  readonly comment: string;
  readonly created: number;
  readonly updated: number;
  readonly started: number;
  readonly seconds: number;
}

/** One entry of the change log. */
export interface Change {
  readonly id: number;
  readonly author: string;
  readonly created: number;
  readonly items: readonly ChangeItem[];
}

/** One field of a change. */
export interface ChangeItem {
  readonly field: string;
  readonly fieldtype: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

/** A link to another issue. */
export interface IssueLink {
  readonly id: number;
  /** Id of its type. */
  readonly type: string;
  readonly direction: 'inward' | 'outward';
  /** Id of the other issue. */
  readonly other: number;
}

/** A sprint of a board. */
export interface Sprint {
  readonly id: number;
  readonly board: number;
  readonly name: string;
  readonly state: 'closed' | 'active' | 'future';
  readonly start?: string;
  readonly end?: string;
  readonly complete?: string;
  readonly goal: string;
}
