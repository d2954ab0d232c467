// Teaches dependency-cruiser 17 two things about TypeScript that it does not ask of swc: JSX, which it reads as a syntax error, and
// which imports are of types alone. The cruiser takes swc's functions when it is loaded, so that happens here, at the end.
import { createRequire } from 'node:module'

/** @typedef {{ body: { type: string, typeOnly?: boolean }[] }} Program */

/** @type {{ parseFileSync: (file: string, options: object) => Program }} */
const swc = createRequire(import.meta.url)('@swc/core')
const parse = swc.parseFileSync
let typesSeen = true

swc.parseFileSync = (file, options) => {
  const program = parse(file, { ...options, tsx: file.endsWith('.tsx') })
  return typesSeen ? program : { ...program, body: program.body.filter(({ typeOnly }) => !typeOnly) }
}

/**
 * Whether `import type` counts: it does for who may know whom, and not for cycles, because nothing of it is left when the program runs.
 * @param {boolean} seen
 */
export function seeTypeImports(seen) {
  typesSeen = seen
}

export const { cruise } = await import('dependency-cruiser')
