export { Browser, type FinalPage, type Visit } from './browser.ts';
export { startJira, type Jira } from './jira.ts';
export type { Fault, Faults, Matcher } from './faults.ts';
export type { SeenRequest } from './journal.ts';
export type { JiraOptions, RateLimit, TlsOptions } from './options.ts';
export type { Profile } from './profiles.ts';
