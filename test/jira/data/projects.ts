/** A project. */
export interface Project {
  readonly id: string;
  readonly key: string;
  /** Keys that it had before it was renamed; those of its issues still lead to them. */
  readonly formerKeys?: readonly string[];
  readonly name: string;
  readonly description: string;
  /** Name of the user who leads it. */
  readonly lead: string;
  readonly avatarId: number;
  /** Whether anonymous users see it on a public site. */
  readonly public: boolean;
  /** Names of those who see it; absent: everybody who is logged in. */
  readonly members?: readonly string[];
  readonly components: readonly ProjectPart[];
  readonly versions: readonly Version[];
}

/** A component of a project. */
export interface ProjectPart {
  readonly id: string;
  readonly name: string;
}

/** A version of a project. */
export interface Version extends ProjectPart {
  readonly released: boolean;
  readonly releaseDate?: string;
}

/** The projects of the generated data, the big one last. */
export const projects: readonly Project[] = [
  {
    id: '10000',
    key: 'ABC',
    formerKeys: ['OLD'],
    name: 'Alphabet Backend & Core',
    description: 'The services. Deliberately contains *wiki markup* and a {code}block{code}.',
    lead: 'alice',
    avatarId: 10324,
    public: false,
    components: [],
    versions: [],
  },
  {
    id: '10001',
    key: 'WEB',
    name: 'Website “Überblick”',
    description: 'What the world sees.',
    lead: 'jürgen.müller',
    avatarId: 10325,
    public: true,
    components: [
      { id: '10100', name: 'Frontend' },
      { id: '10101', name: 'Search & navigation' },
    ],
    versions: [
      { id: '10200', name: '1.0', released: true, releaseDate: '2025-03-31' },
      { id: '10201', name: '2.0 "Zwei"', released: false },
    ],
  },
  {
    id: '10002',
    key: 'OPS',
    name: 'Operations',
    description: '',
    lead: 'frank',
    avatarId: 10326,
    public: false,
    components: [{ id: '10102', name: 'Network' }],
    versions: [],
  },
  {
    id: '10003',
    key: 'SEC',
    name: 'Security',
    description: 'Not for everybody.',
    lead: 'admin',
    avatarId: 10327,
    public: false,
    members: ['admin', 'alice'],
    components: [],
    versions: [],
  },
  {
    id: '10004',
    key: 'BIG',
    name: 'The big one',
    description: 'Years of history.',
    lead: 'bob',
    avatarId: 10328,
    public: true,
    components: [{ id: '10103', name: 'Legacy' }],
    versions: [{ id: '10202', name: '2025.1', released: true, releaseDate: '2025-01-31' }],
  },
];
