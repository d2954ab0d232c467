/** Who may import whom. The rules are those of "Who may import whom" in the design; a wrong import is a failing check. */

/** In a list of what may be imported: Node's own modules. */
const node = '^node:'

/** A rule that lets `from` import `allowed` and its own files only. Patterns are regular expressions on paths. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: [from, ...allowed], dependencyTypesNot: allowed.includes(node) ? ['core'] : [] },
})

/** A package that one file, and no other, may import. */
const sole = (dependency, importer) => ({
  name: `sole-importer-of-${dependency}`,
  severity: 'error',
  comment: `${dependency} is used through ${importer} and nowhere else.`,
  from: { path: '^src-', pathNot: importer },
  to: { path: `^node_modules/${dependency}/` },
})

const npm = (...names) => names.map((name) => `^node_modules/(@types/)?${name}/`)
const shared = '^src-shared/'
const port = '^src-main/engine/(port|error|engine|new-ulid)\\.ts$'
const engine = (...folders) => folders.map((folder) => `^src-main/engine/${folder}/`)
const contractLibrary = npm('zod', '@orpc/contract', '@orpc/shared')

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^scripts/', '^[^/]+$', '^test/(?!fakes/)'] },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'dependencies-are-declared',
      severity: 'error',
      from: { path: '^src-' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'nothing-imports-test', severity: 'error', from: { path: '^(src-|scripts/)' }, to: { path: '^test/' } },
    {
      name: 'demo-is-loaded-when-asked-for',
      severity: 'error',
      comment: 'Only the two hosts may load the demo platform, and only when told to.',
      from: { path: '^src-', pathNot: '^src-demo/' },
      to: { path: '^src-demo/', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'demo-belongs-to-the-hosts',
      severity: 'error',
      from: { path: '^src-', pathNot: ['^src-demo/', '^src-main/host/'] },
      to: { path: '^src-demo/' },
    },
    {
      name: 'electron-belongs-to-the-shell',
      severity: 'error',
      // The stand-in knows its types alone: it is what the shell gets in its place. So do tests, with their own in place of one function.
      from: { pathNot: ['^src-main/shell/', '^src-preload/', '^test/electron/', '^test/shell/'] },
      to: { path: '^(electron$|node_modules/electron/)' },
    },
    only('shared', '^src-shared/', contractLibrary, 'What every process may know depends on schemas alone.'),
    only('renderer', '^src-renderer/', [shared, '^node_modules/(?!electron/)'], 'The page knows the contract.'),
    only('preload', '^src-preload/', ['^src-shared/bridge/', '^electron$', ...npm('electron')], 'It hands over one port.'),
    only(
      'shell',
      '^src-main/shell/',
      [shared, '^electron', ...npm('electron', 'electron-updater', '@jellybrick/dbus-next'), node],
      'It never relays payloads, so never the engine.',
    ),
    only(
      'host',
      '^src-main/host/',
      [
        shared,
        '^src-main/engine/',
        '^src-demo/',
        node,
        ...npm('@orpc/[a-z-]+', 'hono', '@hono/node-server', 'zod', 'ulid', 'ws'),
      ],
      'Composition roots: the engine, its transports, and Node.',
    ),
    only('engine', '^src-main/engine/', [shared, node, '^node_modules/(?!electron/)'], 'Knows no host, no window and no demo.'),
    only('api', '^src-main/engine/api/', [shared, port, node, ...npm('@orpc/[a-z-]+')], 'Maps errors and redacts, nothing else.'),
    only(
      'use-cases',
      '^src-main/engine/connection/',
      [shared, port, ...engine('oauth', 'provider', 'vault'), node, ...npm('zod', 'ulid')],
      'Use cases decide with what provider, oauth and vault offer.',
    ),
    only(
      'recipes',
      '^src-main/engine/(recipe|run|inbox)/',
      [
        shared,
        port,
        ...engine('connection', 'oauth', 'provider', 'vault', 'webhook', 'recipe', 'run', 'inbox'),
        node,
        ...npm('zod', 'ulid'),
      ],
      'Recipes use connections as people do: through their use cases and what they resolve to.',
    ),
    only(
      'import',
      '^src-main/engine/import/',
      [
        shared,
        port,
        ...engine('connection', 'provider', 'vault'),
        node,
        ...npm('zod', 'ulid', 'kdbxweb', 'hash-wasm', 'csv-parse', 'dotenv'),
      ],
      'Reads files of other programs, and adds connections as people do.',
    ),
    only(
      'transfer',
      '^src-main/engine/transfer/',
      [shared, port, ...engine('connection', 'import', 'key-slots', 'vault'), node, ...npm('zod', 'ulid')],
      'Writes exports of this program, and takes them in.',
    ),
    only(
      'provider',
      '^src-main/engine/provider/',
      [shared, port, ...engine('oauth'), node, ...npm('zod', '@octokit/auth-app')],
      'Describes a provider.',
    ),
    only('oauth', '^src-main/engine/oauth/', [shared, port, node, ...npm('oauth4webapi', 'zod')], 'Negotiates.'),
    only(
      'vault',
      '^src-main/engine/vault/',
      [shared, port, node, ...npm('libsodium-wrappers-sumo', 'sql.js', 'canonicalize', 'ulid', 'zod')],
      'Seals and appends.',
    ),
    sole('oauth4webapi', '^src-main/engine/oauth/'),
    sole('libsodium-wrappers-sumo', '^src-main/engine/vault/(seal|sign|xchacha20-poly1305)\\.ts$'),
    sole('@octokit/auth-app', '^src-main/engine/provider/github/app-jwt\\.ts$'),
    sole('@jellybrick/dbus-next', '^src-main/shell/screen-lock-bus\\.ts$'),
    ...['kdbxweb', 'hash-wasm', 'csv-parse', 'dotenv'].map((dependency) => sole(dependency, '^src-main/engine/import/read/')),
    sole('ws', '^src-(main/host|demo)/'),
    sole('sql.js', '^src-main/engine/vault/store[a-z-]*\\.ts$'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/bench/peers/' },
    tsPreCompilationDeps: true,
    // TypeScript 7 has no compiler API for the cruiser to use; without another parser it would find 0 modules and pass.
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
}
