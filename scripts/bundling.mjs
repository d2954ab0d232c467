// What every bundle with an engine in it has in common: for Electron, for `serve`, for the benchmarks.
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * Packages that stay outside the bundles: they find files of their own beside them. All others are bundled, which makes `serve`
 * answer about 60 ms sooner than loading them file by file.
 */
export const externalPackages = ['emulate', 'libsodium-wrappers-sumo', 'sql.js']

/** Worker threads of the engine. It finds them beside its own file by name, so every chunk must be in one folder. */
export const workers = {
  'session-worker': join(root, 'src-main/host/session-worker.ts'),
  'derive-worker': join(root, 'src-main/host/derive-worker.ts'),
  'drill-worker': join(root, 'src-main/host/drill-worker.ts'),
  'import-worker': join(root, 'src-main/host/import-worker.ts'),
}

/** `ws` looks for natives that would be files beside the bundle, and does well without: a name for what its bundles are told instead. */
export const define = { 'process.env.WS_NO_BUFFER_UTIL': '"1"', 'process.env.WS_NO_UTF_8_VALIDATE': '"1"' }

export const fileNames = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }

/**
 * Passes on every warning but one: `depd`, which the demo's identity provider brings along, makes functions with eval.
 * @type {NonNullable<import('vite').Rolldown.RolldownOptions['onwarn']>}
 */
export const onwarn = (warning, pass) => {
  if (warning.code !== 'EVAL' || !/[\\/]node_modules[\\/](?:.*[\\/])?depd[\\/]/.test(warning.id ?? '')) pass(warning)
}
