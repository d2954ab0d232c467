// `npm ci` refuses a lock file that leaves out a package some other platform would install. That happens when `npm install` ran
// against a registry that does not have the package, and is seen only in a fresh clone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/** @returns {string} one line per package that is missing, or nothing */
export function lockFileProblems() {
  /** @type {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const locked = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  )
  return Object.entries(packages)
    .flatMap(([path, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies).map(([name, version]) => ({ path, name, version })),
    )
    .filter(({ name }) => !locked.has(name))
    .map(({ path, name, version }) => `${path} may install ${name}@${version}, which package-lock.json does not name.`)
    .join('\n')
}
