import type { ResolveHook } from 'node:module'

const module = new URL('./electron.mjs', import.meta.url).href

/** Node's loader asks this first: `electron` is the stand-in, everything else is what it is. */
export const resolve: ResolveHook = (specifier, context, next) =>
  /^electron(\/(main|common))?$/.test(specifier)
    ? { url: module, format: 'module', shortCircuit: true }
    : next(specifier, context)
