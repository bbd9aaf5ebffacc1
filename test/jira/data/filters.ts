/** A search that somebody saved. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  readonly jql: string;
  readonly favourite: boolean;
}

/** The saved filters of a site. */
export const savedFilters: readonly SavedFilter[] = [
  {
    id: '10000',
    name: 'My open issues',
    description: 'What I have to do',
    owner: 'admin',
    jql: 'assignee = currentUser() AND resolution = Unresolved ORDER BY updated DESC',
    favourite: true,
  },
  {
    id: '10001',
    name: 'Website bugs & “Fehler”',
    description: '',
    owner: 'jürgen.müller',
    jql: 'project = WEB AND issuetype = Bug ORDER BY priority DESC, key ASC',
    favourite: true,
  },
  {
    id: '10002',
    name: 'Everything',
    description: 'All of it, the oldest first',
    owner: 'alice',
    jql: 'ORDER BY created ASC',
    favourite: false,
  },
];

/** Finds a filter by its id or its name. */
export function findFilter(idOrName: string): SavedFilter | undefined {
  return savedFilters.find(({ id, name }) => id === idOrName || name.toLowerCase() === idOrName.toLowerCase());
}
