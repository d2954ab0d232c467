// Compares what the shell and the preload use of Electron with what the stand-in for it implements, both ways.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './root.mjs'
import { standInMembers } from './standin-members.mjs'
import { tool } from './tool.mjs'

/** @typedef {ReturnType<typeof standInMembers>} StandIn */

const layers = ['src-main/shell', 'src-preload']
/** What electron-updater, which the shell carries, asks of Electron. */
const updater = join(root, 'node_modules', 'electron-updater', 'out', 'ElectronAppAdapter.js')
/** Other names of what is used by one of them. */
const aliases = new Set(['on', 'off', 'addListener', 'removeListener'])
/** Only what the preload gets, beside what `electron` exports to the shell. */
const inPreload = ['contextBridge', 'ipcRenderer']
/** A window has the members of what it extends. */
const heirs = new Map([['BaseWindow', 'BrowserWindow']])

/** @returns {Promise<string>} one line per member that only one of the two knows, or nothing */
export async function standInProblems() {
  const standIn = standInMembers()
  return [...standIn.problems, ...(await usedOnly(standIn)), ...implementedOnly(standIn)].join('\n')
}

/**
 * Compiles both layers against an `electron.d.ts` that says no more than the stand-in does.
 * @param {StandIn} standIn
 */
async function usedOnly(standIn) {
  const folder = mkdtempSync(join(tmpdir(), 'neurocad-standin-'))
  try {
    const types = join(folder, 'electron.d.ts')
    writeFileSync(types, narrowed(readFileSync(join(root, 'node_modules', 'electron', 'electron.d.ts'), 'utf8'), standIn))
    const said = await Promise.all(
      layers.map(async (layer) => {
        const project = join(folder, `${layer.replace('/', '-')}.json`)
        writeFileSync(
          project,
          JSON.stringify({
            extends: join(root, layer, 'tsconfig.json'),
            compilerOptions: { paths: { electron: [types] }, typeRoots: [join(root, 'node_modules', '@types')] },
            include: [join(root, layer, '**', '*.ts')],
          }),
        )
        const { stdout } = await tool('tsc', '-p', project, '--pretty', 'false')
        return stdout.split('\n').filter((line) => line.includes(': error '))
      }),
    )
    return said.flat().map((line) => `used, but not stood in for: ${line}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Without the members that the stand-in lacks, the events that it never tells, and what it does not export.
 * @param {string} types
 * @param {StandIn} standIn
 */
function narrowed(types, { members, exported, words }) {
  let known = /** @type {Set<string> | undefined} */ (undefined)
  let skipping = false
  const exports = new Set([...exported, ...inPreload])
  const kept = types.split('\n').filter((line) => {
    const [, opened] = /^ {2}(?:interface|class) (\w+)/.exec(line) ?? []
    if (opened) known = members.get(heirs.get(opened) ?? opened)
    if (/^ {2}}/.test(line)) known = undefined
    if (skipping) {
      skipping = !line.trimEnd().endsWith(';')
      return false
    }
    const [, value] = /^ {2,4}(?:const|class) (\w+)(?:: | extends Electron\.)/.exec(line) ?? []
    if (value && !opened) return exports.has(value)
    if (!known) return true
    const [, listener, event] = /^ {4}(on|off|once|addListener|removeListener)\(event: '([\w-]+)'/.exec(line) ?? []
    const [, member] = /^ {4}(?:static )?(?:readonly )?(\w+)[?(<:]/.exec(line) ?? []
    if (!member || member === 'constructor') return true
    const keep = listener ? words.has(event ?? '') : member === 'on' || known.has(member)
    skipping = !keep && !line.trimEnd().endsWith(';')
    return keep
  })
  return kept.join('\n')
}

/**
 * What no word of the shell, the preload or a test that drives them names. An emitter's own members are Node's.
 * @param {StandIn} standIn
 */
function implementedOnly({ members, exported }) {
  const text = [...[...layers, 'test/e2e', 'test/electron'].map(textOf), readFileSync(updater, 'utf8')].join('\n')
  const uses = (/** @type {string} */ name) => new RegExp(`[.?{,\\s]${name}\\b|'${name}'`).test(text)
  const unused = [...members].flatMap(([type, names]) =>
    [...names].filter((name) => !aliases.has(name) && !uses(name)).map((name) => `${type}.${name}`),
  )
  return [...unused, ...[...exported].filter((name) => !uses(name))].map((name) => `stood in for, but never used: ${name}`)
}

/** @param {string} folder */
function textOf(folder) {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  // The stand-in itself uses nothing of what it offers, but its tests and its controls do.
  const counts = (/** @type {string} */ name) =>
    name.endsWith('.ts') && (folder !== 'test/electron' || name.endsWith('.test.ts') || name.startsWith('control'))
  return names
    .filter(counts)
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n')
}
