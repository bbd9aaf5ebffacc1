/**
 * Which folder may import which: clients -> protocol <- server -> core -> infrastructure.
 * `test/unit/architecture/imports.spec.ts` runs these rules, and shows that each of them bites.
 */

const forbidden = [
  {
    name: 'no-circles',
    comment: 'Files that import each other cannot be understood one at a time.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-circles-of-types',
    comment: 'In the product, types make no circles either.',
    from: { path: '^(src|protocol|clients)/' },
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment: 'An import that leads nowhere.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^vscode$' },
  },
  {
    name: 'vscode-in-its-client-alone',
    comment: 'VS Code gives this module to its extensions, and to nobody else.',
    from: { pathNot: '^clients/vscode/' },
    to: { path: '^vscode$' },
  },
  {
    name: 'vscode-client-takes-types',
    comment: 'The extension has the types and the names of the protocol; its schemas would be bundled with their library.',
    from: { path: '^clients/vscode/' },
    to: { path: '^protocol/(?!methods\\.ts$)', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'vscode-client-is-thin',
    comment: 'The extension stands on what VS Code and Node.js bring, and on the library that talks to language servers.',
    from: { path: '^clients/vscode/' },
    to: { path: '^node_modules/', pathNot: '^node_modules/(vscode-languageclient|env-paths|markdown-it|@types)/' },
  },
  {
    name: 'vscode-client-loads-its-library-late',
    comment: 'The library for language servers is large: an extension that has nothing to do yet loads none of it.',
    from: { path: '^clients/vscode/', pathNot: '^clients/vscode/src/language-client\\.ts$' },
    to: { path: '^node_modules/vscode-languageclient/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'protocol-imports-zod-alone',
    comment: 'The protocol is shared by all: it brings nothing with it but its schema library.',
    from: { path: '^protocol/' },
    to: { pathNot: ['^protocol/', '^node_modules/zod/'] },
  },
  {
    name: 'methods-import-nothing',
    comment: 'The names are told at `initialize`, before any schema is loaded.',
    from: { path: '^protocol/methods\\.ts$' },
    to: {},
  },
  {
    name: 'lsp-in-server-alone',
    comment: 'Only src/server knows LSP.',
    from: { path: '^(src|protocol)/', pathNot: '^src/server/' },
    to: { path: '^node_modules/vscode-(languageserver|jsonrpc)' },
  },
  {
    name: 'commands-speak-no-lsp',
    comment: 'A command for the terminal puts the agent together as the server does, and has nothing else of it.',
    from: { path: '^src/cli/' },
    to: { path: '^src/server/', pathNot: '^src/server/agent\\.ts$' },
  },
  {
    name: 'server-knows-no-commands',
    comment: 'Commands for the terminal are loaded by main.ts alone.',
    from: { path: '^src/server/' },
    to: { path: '^src/cli/' },
  },
  {
    name: 'core-knows-no-server',
    comment: 'The core never sees a connection, an editor or a message.',
    from: { path: '^src/core/' },
    to: { path: '^src/', pathNot: '^src/(core|infrastructure)/' },
  },
  {
    name: 'core-gets-infrastructure-handed-in',
    comment: 'The core imports types of the infrastructure; the implementations are handed in.',
    from: { path: '^src/core/' },
    to: { path: '^src/infrastructure/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'core-touches-nothing',
    comment: 'The core touches no network and no file, and starts no process.',
    from: { path: '^src/core/' },
    to: {
      path: [
        '^(node:)?(fs|net|tls|http|http2|https|dgram|dns|child_process|cluster|os)(/|$)',
        '^node_modules/(undici|lowdb|proper-lockfile|write-file-atomic|env-paths|open)/',
      ],
    },
  },
  {
    name: 'infrastructure-knows-nobody',
    comment: 'The infrastructure serves whoever asks, and knows none of them.',
    from: { path: '^src/infrastructure/' },
    to: { path: '^(src/(?!infrastructure/)|protocol/)' },
  },
  {
    name: 'agent-knows-no-clients',
    comment: 'The agent and the protocol know nothing of clients, tests and tools.',
    from: { path: '^(src|protocol)/' },
    to: { path: '^(clients|test|scripts|bench)/' },
  },
  {
    name: 'clients-know-the-protocol-alone',
    comment: 'A client speaks to the agent over the wire; it has none of its code.',
    from: { path: '^clients/' },
    to: { path: '^(src|scripts|bench|test/(?!jira/))' },
  },
  {
    name: 'judges-share-no-code',
    comment: 'The honest Jira and the verifiers of signatures share no code with the agent; only their tests see both.',
    from: { path: '^test/(jira|oauthlib)/', pathNot: '\\.spec\\.ts$' },
    to: { path: ['^(src|protocol|clients)/', '^node_modules/(oauth-1\\.0a|node-forge|zod)/'] },
  },
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    // The name of esbuild.mjs is what it imports: a resolver that looks beside the file finds the file itself.
    doNotFollow: { path: ['node_modules', '^esbuild\\.mjs$'] },
    exclude: { path: '^(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'types', 'default'] },
  },
};
