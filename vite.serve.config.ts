import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { define, externalPackages, fileNames, onwarn, workers } from './scripts/bundling.mjs'

const at = (path: string) => resolve(import.meta.dirname, path)

/** The engine without a window, for plain Node. The demo platform is a chunk of its own, loaded when asked for. */
export default defineConfig({
  publicDir: false,
  define,
  ssr: { noExternal: true, external: externalPackages },
  build: {
    ssr: true,
    target: 'node20',
    outDir: at('out/serve'),
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: { input: { serve: at('src-main/host/serve.ts'), ...workers }, output: fileNames, onwarn },
  },
})
