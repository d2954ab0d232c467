// Checks an exported audit as `docs/audit-format.md` describes it, with nothing but Node's own SHA-256: no code of the program.
// `node independent-verifier.mjs FILE` prints one line and ends with 0, or with 6 where something is wrong.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { argv, exit } from 'node:process'
import { pathToFileURL } from 'node:url'

const zeros = '0'.repeat(64)
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const linked = (chain, hash) => sha256(Buffer.from(chain + hash, 'hex'))

/** RFC 8785: members in the order of their names' UTF-16 code units, numbers and strings as ECMAScript writes them. */
function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.keys(value)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
  return `{${members.join(',')}}`
}

const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isCount = (value) => Number.isSafeInteger(value) && value >= 0
const isSequence = (value) => isCount(value) && value > 0
const isText = (value) => typeof value === 'string'
const isTrue = (value) => value === true
const isHashes = (value) => Array.isArray(value) && value.length > 0 && value.every(isHash)
const isEvent = (value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && isText(value.kind) && Number.isFinite(value.sequence)

/** What each kind of line has: these members, and no others. */
const shapes = {
  head: { exportedAt: isText, format: isText, last: isCount, vaultId: isText, version: isCount },
  event: { chain: isHash, event: isEvent, previous: isHash, sequence: isSequence, sha256: isHash },
  leftOut: { chain: isHash, first: isSequence, last: isSequence, leftOut: isHashes },
  missing: { chain: isHash, first: isSequence, last: isSequence, missing: isTrue },
  end: { chain: isHash, end: isTrue, events: isCount, leftOut: isCount, missing: isCount, sha256: isHash },
}

function fits(line, shape) {
  const names = Object.keys(shape)
  return Object.keys(line).length === names.length && names.every((name) => Object.hasOwn(line, name) && shape[name](line[name]))
}

/**
 * @param {Uint8Array} file the bytes of an export
 * @returns {{ line: number } | { chain: string, events: number, leftOut: number, missing: number }} the first wrong line, or what is whole
 */
export function verify(file) {
  const lines = linesOf(Buffer.from(file))
  let head
  let ended = false
  let expected = 1
  let chain = zeros
  let previous = zeros
  let isKnown = true
  const counts = { events: 0, leftOut: 0, missing: 0 }
  const link = (hash) => {
    chain = linked(chain, hash)
    previous = hash
  }
  const checks = {
    event: (line) => {
      if (line.sequence !== expected || line.event.sequence !== expected) return false
      if (sha256(canonical(line.event)) !== line.sha256) return false
      if (isKnown && line.previous !== previous) return false
      if (line.event.kind === 'vault.created' && line.event.data?.vaultId !== head.vaultId) return false
      link(line.sha256)
      isKnown = true
      expected++
      counts.events++
      return line.chain === chain
    },
    leftOut: (line) => {
      if (line.first !== expected || line.last - line.first + 1 !== line.leftOut.length) return false
      for (const hash of line.leftOut) link(hash)
      isKnown = true
      expected = line.last + 1
      counts.leftOut += line.leftOut.length
      return line.chain === chain
    },
    missing: (line) => {
      if (line.first !== expected || line.last < line.first) return false
      link(zeros)
      isKnown = false
      expected = line.last + 1
      counts.missing += line.last - line.first + 1
      return line.chain === chain
    },
    end: (line) => {
      ended = true
      const sameCounts = Object.entries(counts).every(([name, count]) => line[name] === count)
      return sameCounts && expected === head.last + 1 && line.chain === chain && line.sha256 === previous
    },
  }
  const isRight = (bytes) => {
    const line = read(bytes)
    if (line === undefined || ended) return false
    if (head === undefined) {
      if (!fits(line, shapes.head) || line.format !== 'neurocad-connect-audit' || line.version !== 1) return false
      head = line
      chain = sha256(Buffer.from(head.vaultId, 'utf8'))
      return true
    }
    const kind = Object.keys(checks).find((name) => fits(line, shapes[name]))
    return kind !== undefined && checks[kind](line)
  }
  for (const [i, bytes] of lines.entries()) if (!isRight(bytes)) return { line: i + 1 }
  return ended ? { chain, ...counts } : { line: lines.length + 1 }
}

/** Lines end with a line feed, the last one too: what comes after it is one that was cut off. */
function linesOf(file) {
  const lines = []
  let from = 0
  for (let to = file.indexOf(10); to !== -1; to = file.indexOf(10, from)) {
    lines.push(file.subarray(from, to))
    from = to + 1
  }
  if (from < file.length) lines.push(undefined)
  return lines
}

/** A line says what it says in one way only: UTF-8, and canonical. Undefined otherwise. */
function read(bytes) {
  if (bytes === undefined) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value = JSON.parse(text)
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value)
    return isObject && canonical(value) === text ? value : undefined
  } catch {
    return undefined // no text, no JSON, or nested deeper than anything that was exported
  }
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const found = verify(readFileSync(argv[2] ?? ''))
  const said = 'line' in found ? `line ${found.line} is wrong` : `whole: ${JSON.stringify(found)}`
  process.stdout.write(`${said}\n`)
  exit('line' in found ? 6 : 0)
}
