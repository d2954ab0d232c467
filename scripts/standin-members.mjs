// What the stand-in for Electron stands in for: read from its sources, so that nothing has to be built or started.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from '@swc/core'
import { root } from './root.mjs'

/** @typedef {{ type: string, [key: string]: any }} Node */

const folder = join(root, 'test', 'electron')
const sources = ['module', 'page', 'control', 'chromium'].flatMap((part) =>
  readdirSync(join(folder, part))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ name: `${part}/${name}`, text: readFileSync(join(folder, part, name), 'utf8') })),
)

/**
 * @returns {{
 *   members: Map<string, Set<string>>
 *   exported: Set<string>
 *   words: Set<string>
 *   problems: string[]
 * }} members by Electron's name of the type; what `electron` exports; every short string, among which are the events; what could not be read
 */
export function standInMembers() {
  const members = new Map()
  const problems = []
  const words = new Set()
  for (const { name, text } of sources) {
    const module = parseSync(text, { syntax: 'typescript', target: 'es2022' })
    for (const [, word] of text.matchAll(/'([a-z][a-z-]+)'/g)) words.add(word)
    for (const { type, target } of standIns(module)) {
      // Events are put together as they are needed; their members are those that a listener is promised.
      if (type.endsWith('Event')) continue
      const found = target && membersOf(target, module)
      if (!found) problems.push(`test/electron/${name}: it cannot be seen what stands in for ${type}`)
      else members.set(type, new Set([...(members.get(type) ?? []), ...found]))
    }
  }
  const index = sources.find(({ name }) => name === 'module/index.ts')?.text ?? ''
  const exported = new Set([...index.matchAll(/export \{ ([^}]+) \}/g)].flatMap(([, names = '']) => names.split(', ')))
  return { members, exported, words, problems }
}

/**
 * Every `standIn<Type>(name)(target)` and `standInClass<typeof Type>(name, make, statics)`.
 * @param {Node} module
 * @returns {{ type: string, target: Node | undefined }[]}
 */
function standIns(module) {
  return [...nodes(module)].flatMap((node) => {
    if (node.type !== 'CallExpression') return []
    const { callee } = node
    if (callee.type === 'CallExpression' && callee.callee.value === 'standIn')
      return [{ type: typeName(callee), target: node.arguments[0]?.expression }]
    if (callee.value === 'standInClass') return [{ type: typeName(node), target: node.arguments[2]?.expression }]
    return []
  })
}

/**
 * `App` of `standIn<App>`, `Tray` of `standInClass<typeof Real>('Tray', …)`: the last word of the type, or the name that is given.
 * @param {Node} call
 */
function typeName(call) {
  const parameter = call.typeArguments?.params[0]
  const named = parameter?.type === 'TsTypeReference' ? parameter.typeName.value : 'Real'
  /** @type {string} */
  const name = named.startsWith('Real') ? call.arguments[0].expression.value : named
  return name[0]?.toUpperCase() + name.slice(1)
}

/**
 * @param {Node} target
 * @param {Node} module
 * @returns {string[] | undefined}
 */
function membersOf(target, module) {
  if (target.type === 'ObjectExpression')
    return target.properties.flatMap((/** @type {Node} */ property) =>
      property.type === 'Identifier' ? property.value : (property.key?.value ?? []),
    )
  if (target.type === 'NewExpression')
    return target.callee.value === 'EventEmitter' ? [] : classMembers(target.callee.value, module)
  if (target.type !== 'Identifier') return undefined
  for (const node of nodes(module))
    if (node.type === 'VariableDeclarator' && node.id.value === target.value && node.init) return membersOf(node.init, module)
  return undefined
}

/**
 * @param {string} name
 * @param {Node} module
 */
function classMembers(name, module) {
  for (const node of nodes(module))
    if (node.type === 'ClassDeclaration' && node.identifier.value === name)
      return node.body.flatMap((/** @type {Node} */ member) =>
        member.key && member.type !== 'Constructor' && !member.isStatic && member.accessibility !== 'private'
          ? member.key.value
          : [],
      )
  return undefined
}

/**
 * @param {unknown} value
 * @returns {Generator<Node>}
 */
function* nodes(value) {
  if (typeof value !== 'object' || value === null) return
  if ('type' in value) yield/** @type {Node} */ (value)
  for (const child of Object.values(value)) yield* nodes(child)
}
