// `npm run bench [-- --json | --readme] [PART…]`: bundles the benchmarks as the program is bundled, and runs them in this process.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build as bundle } from 'vite'
import { build } from './build.mjs'
import { externalPackages, fileNames, workers } from './bundling.mjs'
import { findChromium } from './chromium.mjs'
import { root } from './root.mjs'
import { buildStandIn } from './standin.mjs'

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, readme: { type: 'boolean' } },
  allowPositionals: true,
})
await build()
const outDir = join(root, 'out', 'bench')
await bundle({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: [...externalPackages, 'playwright-core'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir,
    rolldownOptions: {
      input: {
        bench: join(root, 'test/bench/index.ts'),
        'watched-session': join(root, 'test/bench/watched-session.ts'),
        'bare-server': join(root, 'test/bench/bare-server.ts'),
        ...workers,
      },
      output: fileNames,
    },
  },
})
process.chdir(root)
process.env.NEUROCAD_BENCH = JSON.stringify({
  output: values.json ? 'json' : values.readme ? 'markdown' : 'table',
  names: positionals,
  // Only what wants them is held up by them.
  standIn:
    positionals.length === 0 || positionals.includes('shell')
      ? { launch: await buildStandIn(), chromium: await findChromium() }
      : null,
})
await import(pathToFileURL(join(outDir, 'bench.js')).href)
