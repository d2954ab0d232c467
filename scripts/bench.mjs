// `npm run bench [-- --json]`: bundles the benchmarks as the program is bundled, and runs them in this process.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle } from 'vite'
import { build } from './build.mjs'
import { externalPackages, fileNames, workers } from './bundling.mjs'
import { findChromium } from './chromium.mjs'
import { root } from './root.mjs'
import { buildStandIn } from './standin.mjs'

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
    rolldownOptions: { input: { bench: join(root, 'test/bench/index.ts'), ...workers }, output: fileNames },
  },
})
process.env.NEUROCAD_BENCH_STANDIN = JSON.stringify({ launch: await buildStandIn(), chromium: await findChromium() })
await import(pathToFileURL(join(outDir, 'bench.js')).href)
