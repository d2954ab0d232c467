// No sentence for a person outside the catalogue: `src-shared/words` is what a translator gets, and it has to be all of it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from '@swc/core'
import { root } from './root.mjs'
import { isDrawn, isSentence } from './sentence-rules.mjs'

const folders = ['src-renderer', 'src-shared', 'src-main', 'src-preload']

/** The catalogue itself; what developers read of the API; the list of common passwords. */
const exempt = /^src-shared\/words\/|^src-main\/host\/http\/openapi-|password-policy\.ts$|\.d\.ts$/

/** @typedef {{ type?: string, [part: string]: unknown }} Node */

/** @returns {string} one line per sentence, or nothing */
export function sentenceProblems() {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => /\.tsx?$/.test(path) && !exempt.test(path))
    .flatMap((path) =>
      sentencesIn(readFileSync(join(root, path), 'utf8'), path).map((text) => `${path}: “${text}” belongs in src-shared/words`),
    )
    .join('\n')
}

/**
 * @param {string} source
 * @param {string} path
 * @returns {string[]}
 */
export function sentencesIn(source, path) {
  const page = path.startsWith('src-renderer/')
  /** @type {string[]} */
  const found = []
  /**
   * @param {unknown} node
   * @param {readonly string[]} inside
   */
  const walk = (node, inside) => {
    if (Array.isArray(node)) for (const part of node) walk(part, inside)
    else if (isNode(node)) visit(node, inside)
  }
  /**
   * @param {Node} node
   * @param {readonly string[]} inside
   */
  const visit = (node, inside) => {
    if (isOfTypes(node) || isComparison(node)) return
    const name = nameOf(node)
    const within = name === undefined ? inside : [...inside, name]
    if (within.includes('summary')) return
    const text = textOf(node)
    if (text !== undefined && (node.type === 'JSXText' ? isDrawn(text) : isSentence(text, { page, inside: within }))) {
      found.push(text.trim().replaceAll(/\s+/g, ' '))
    }
    for (const [key, part] of Object.entries(node)) if (key !== 'span' && key !== 'key') walk(part, within)
  }
  walk(parseSync(source, { syntax: 'typescript', tsx: path.endsWith('x') }).body, [])
  return found
}

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
const isNode = (value) => typeof value === 'object' && value !== null

/**
 * Types and imports say nothing to a person.
 * @param {Node} node
 */
const isOfTypes = ({ type = '' }) => /^(?:Import|ExportNamed|ExportAll|Ts(?!As|Satisfies|NonNull|Const))/.test(type)

/**
 * @param {Node} node
 */
const isComparison = ({ operator }) => operator === '===' || operator === '!=='

/**
 * What the node is called by whoever writes it: a callee, an attribute, a property, a variable.
 * @param {Node} node
 */
function nameOf(node) {
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return identifier(node.callee)
  if (node.type === 'JSXAttribute') return identifier(node.name)
  if (node.type === 'KeyValueProperty') return identifier(node.key)
  return undefined
}

/** @param {unknown} node */
function identifier(node) {
  if (!isNode(node)) return undefined
  const named = isNode(node.property) ? node.property : node
  return typeof named.value === 'string' ? named.value : undefined
}

/**
 * @param {Node} node
 * @returns {string | undefined}
 */
function textOf(node) {
  if (node.type === 'JSXText' || node.type === 'StringLiteral') return String(node.value)
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return undefined
  return node.quasis.map((quasi) => String(quasi.raw)).join('…')
}
