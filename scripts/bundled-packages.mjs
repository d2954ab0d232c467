// Which packages a bundle was made of, noted by the bundler while it makes it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const folder = join(root, 'out', 'packages')

/**
 * Notes the packages of a bundle, as their folders.
 * @param {string} bundle
 * @returns {import('vite').Plugin}
 */
export const notePackages = (bundle) => ({
  name: 'note-packages',
  apply: 'build',
  generateBundle() {
    const packages = new Set([...this.getModuleIds()].map(packageOf).filter((name) => name !== undefined))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${bundle}.json`), JSON.stringify([...packages].sort()))
  },
})

/** @returns {string[]} the packages of all bundles */
export const notedPackages = () => [
  ...new Set(readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))),
]

/**
 * The innermost package that a module is of, as its folder; undefined for our own, and for what the bundler makes up.
 * @param {string} id
 */
export function packageOf(id) {
  const path = id.replaceAll('\\', '/').replace(/^\0/, '')
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@.][^/]*)\//.exec(path)?.[1]
}
