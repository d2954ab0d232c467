import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { notePackages } from './scripts/bundled-packages.mjs'
import { define, externalPackages, fileNames, onwarn, workers } from './scripts/bundling.mjs'

const at = (path: string) => resolve(import.meta.dirname, path)

// electron-vite 6 does not know Electron 45, so its Node and Chromium are named here.
const target = 'node24'

/** The page is served at `/` with routes below it, so its files are named from there. electron-vite insists on `./` before this. */
const absoluteBase: Plugin = { name: 'absolute-base', enforce: 'post', config: () => ({ base: '/' }) }

export default defineConfig({
  main: {
    define,
    plugins: [notePackages('main')],
    build: {
      outDir: at('out/main'),
      target,
      reportCompressedSize: false,
      externalizeDeps: false,
      rolldownOptions: {
        external: externalPackages,
        output: fileNames,
        onwarn,
        input: { index: at('src-main/shell/index.ts'), engine: at('src-main/host/utility.ts'), ...workers },
      },
    },
  },
  preload: {
    plugins: [notePackages('preload')],
    build: {
      outDir: at('out/preload'),
      target,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: at('src-preload/index.ts') },
        // A sandboxed preload must be CommonJS, and `.js` would mean ESM in a package of type "module".
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react(), tailwindcss(), absoluteBase, notePackages('renderer')],
    build: {
      outDir: at('out/renderer'),
      // The same files are served to whatever browser the person has: `serve`.
      target: 'es2022',
      minify: 'oxc',
      cssTarget: ['chrome111', 'firefox128', 'safari16.4'],
      reportCompressedSize: false,
      rolldownOptions: { input: { index: at('src-renderer/index.html') } },
    },
  },
})
