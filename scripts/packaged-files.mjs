// Which files go into the package: what was built, and of the packages that stay outside the bundles what they read at run time.

const bundles = ['out/main/**/*', 'out/preload/**/*', 'out/renderer/**/*', 'package.json']

/** What the shell reads while it runs: the tray's images, and the key that signs updates where there is one. */
const shellFiles = ['resources/tray/*.{png,ico}', 'resources/update-key.pem']

/** Of sql.js the one build that is loaded; the others and their archives are 29 of its 30 MB. */
const sqlite = ['!node_modules/sql.js/**/*', 'node_modules/sql.js/{package.json,LICENSE,dist/sql-wasm.js,dist/sql-wasm.wasm}']

/** Both halves of libsodium come as CommonJS too; the engine loads the ES modules. */
const libsodium = ['!node_modules/libsodium*/dist/modules-sumo/**/*']

/** Its command line, which is not used, and what only that needs. */
const emulateCommand = ['!node_modules/emulate/dist/index.js', '!node_modules/{commander,picocolors,yaml}/**/*']

const notForRunning = [
  '!**/*.{map,ts,mts,cts,tsx,md,markdown}',
  '!node_modules/**/{test,tests,docs,example,examples}/**/*',
  '!node_modules/.bin/**/*',
]

/** Patterns of electron-builder, relative to the repository. */
export const productionFiles = [...bundles, ...shellFiles, ...sqlite, ...libsodium, ...emulateCommand, ...notForRunning]
