// `npm run bench [-- --json]`: bundles the benchmarks as the program is bundled, and runs them in this process.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle } from 'vite'
import { build } from './build.mjs'
import { externalPackages } from './external-packages.mjs'
import { root } from './root.mjs'

/** What the benchmarks measure us against. */
const comparedWith = ['kdbxweb']

await build()
const outDir = join(root, 'out', 'bench')
await bundle({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: [...externalPackages, ...comparedWith] },
  build: {
    ssr: true,
    target: 'node20',
    outDir,
    rolldownOptions: {
      input: {
        bench: 'test/bench/index.ts',
        'session-worker': 'src-main/host/session-worker.ts',
        'derive-worker': 'src-main/host/derive-worker.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
  },
})
await import(pathToFileURL(join(outDir, 'bench.js')).href)
