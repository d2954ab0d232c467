import type { Doc } from './search-docs'
import type { Turns } from './turns'

/**
 * What is searched in, as a snapshot keeps it. All numbers are u32, little endian: version, count, bytes of the names; then for each
 * document, in the order of lists: record number, bytes of its words, and the places of its type, status and owner among the names;
 * then the names (JSON), then the words (UTF-8).
 */
const VERSION = 1
const HEAD = 3
const PER_DOC = 5

/** So many are quick to write. */
const STEP = 64
const NONE = new Uint8Array()

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A document as it is kept. */
export type StoredDoc = Omit<Doc, 'id' | 'words'> & { words: Uint8Array }

export async function encodeSearch(docs: Iterable<StoredDoc>, turns: Turns): Promise<Uint8Array> {
  const numbers: number[] = []
  const words: Uint8Array[] = []
  const names = new Map<string, number>()
  const place = (name: string) => {
    const known = names.get(name) ?? names.size
    names.set(name, known)
    return known
  }
  let size = 0
  for (const doc of docs) {
    numbers.push(doc.n, doc.words.length, place(doc.type), place(doc.status), place(doc.owner))
    words.push(doc.words)
    size += doc.words.length
    await turns.pause()
  }
  const named = encoder.encode(JSON.stringify([...names.keys()]))
  const bytes = new Uint8Array((HEAD + numbers.length) * 4 + named.length + size)
  const head = [VERSION, words.length, named.length]
  const view = new DataView(bytes.buffer)
  for (const [index, number] of head.entries()) view.setUint32(index * 4, number, true)
  for (let index = 0; index < numbers.length; index++) {
    view.setUint32((HEAD + index) * 4, numbers[index] ?? 0, true)
    if (index % STEP === 0) await turns.pause()
  }
  let at = (HEAD + numbers.length) * 4
  bytes.set(named, at)
  at += named.length
  for (let index = 0; index < words.length; index++) {
    const part = words[index] ?? NONE
    bytes.set(part, at)
    at += part.length
    if (index % STEP === 0) await turns.pause()
  }
  return bytes
}

export interface StoredSearch {
  count: number
  /** Per document, by position: `field` 0 is the record number, 2, 3 and 4 the places of type, status and owner in `names`. */
  numbers: Uint32Array
  names: string[]
  lengths: Uint32Array
  words: Uint8Array
}

/** Undefined for what an other version of this program has written: it can be made again. */
export function decodeSearch(bytes: Uint8Array): StoredSearch | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < HEAD * 4 || view.getUint32(0, true) !== VERSION) return undefined
  const count = view.getUint32(4, true)
  const namesAt = (HEAD + count * PER_DOC) * 4
  const wordsAt = namesAt + view.getUint32(8, true)
  const numbers = new Uint32Array(count * PER_DOC)
  const lengths = new Uint32Array(count)
  for (let index = 0; index < numbers.length; index++) numbers[index] = view.getUint32((HEAD + index) * 4, true)
  for (let document = 0; document < count; document++) lengths[document] = numbers[document * PER_DOC + 1] ?? 0
  const names = JSON.parse(decoder.decode(bytes.subarray(namesAt, wordsAt))) as string[]
  return { count, numbers, names, lengths, words: bytes.slice(wordsAt) }
}

export const STORED_FIELDS = PER_DOC
