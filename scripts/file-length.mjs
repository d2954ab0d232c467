// Small files: half of them under 100 lines, none over 400.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeFolders } from './folders.mjs'
import { root } from './root.mjs'

const isSource = /\.(ts|tsx|mjs|cjs|css)$/

/** @returns {string} one line per problem, or nothing */
export function fileLengthProblems() {
  const files = codeFolders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((name) => isSource.test(name) && !name.includes('node_modules'))
    .map((name) => ({ name, lines: readFileSync(join(root, name), 'utf8').split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines)
  const median = files[Math.floor(files.length / 2)]?.lines ?? Number.NaN
  const long = files.filter(({ lines }) => lines > 400).map(({ name, lines }) => `${name} has ${lines} lines; 400 is the most.`)
  if (!(median < 100)) long.push(`The median file has ${median} lines; it should be under 100.`)
  return long.join('\n')
}
