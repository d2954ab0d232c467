// What the program is made of and under which terms: `out/renderer/licences.json`, which the page shows.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { notedPackages } from './bundled-packages.mjs'
import { externalPackages } from './bundling.mjs'
import { root } from './root.mjs'

/** @typedef {{ name: string, version: string, licence: string, text: string }} Licence */

/** Beside the bundles' modules: what the bundler inlines, the packages outside the bundles, and what runs all of it. */
const others = ['@fontsource-variable/inter', 'tailwindcss', 'electron']

/** Writes the file. Rejects a package whose terms nobody knows. */
export function writeLicences() {
  const folders = [...notedPackages(), ...externalPackages.flatMap(withNeeds), ...others.map(installed)]
  const licences = [...new Map(folders.map(licenceIn).map((licence) => [`${licence.name}@${licence.version}`, licence])).values()]
  licences.sort((a, b) => (a.name < b.name ? -1 : 1))
  writeFileSync(join(root, 'out', 'renderer', 'licences.json'), JSON.stringify(licences))
}

/**
 * @param {string} folder of an installed package
 * @returns {Licence}
 */
export function licenceIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const licence = typeof license === 'object' ? license?.type : license
  if (typeof licence !== 'string' || /^(UNLICENSED|SEE LICENSE)/i.test(licence)) throw new Error(`${name} says no licence.`)
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file))
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
  return { name, version, licence, text }
}

/** @param {string} name */
const installed = (name) => join(root, 'node_modules', name)

/**
 * A package outside the bundles, and what it needs.
 * @param {string} name
 * @returns {string[]}
 */
function withNeeds(name) {
  const folder = installed(name)
  if (!existsSync(folder)) return []
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return [folder, ...Object.keys(dependencies).flatMap(withNeeds)]
}
