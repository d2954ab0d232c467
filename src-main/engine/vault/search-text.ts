import type { Turns } from './turns'
import { beginsWith, type Found, WORD_END, WordPrefixes } from './word-prefixes'

const encoder = new TextEncoder()

/** So many words at least may be in no tree yet, and an eighth of those that are. */
const MOST_LOOSE = 4096
/** So many documents are quick to go through. */
const STEP = 64

interface Made {
  prefixes: WordPrefixes
  /** Documents from here on came later. */
  treeEnd: number
}

/** The words of all documents in one text, with where each begins. Documents are numbered from 0 by the order they came in. */
export class SearchText {
  private bytes: Uint8Array
  private used: number
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private prefixes: WordPrefixes | undefined
  /** Documents from here on are not in the tree: their words are looked through one by one. */
  private treeEnd = 0
  private looseWords = 0

  /** `lengths`: bytes of each document's words in `bytes`, in order. */
  constructor(bytes: Uint8Array = new Uint8Array(), lengths: Uint32Array = new Uint32Array()) {
    this.bytes = bytes
    this.used = 0
    for (const length of lengths) {
      this.starts.push(this.used)
      this.used += length
      this.ends.push(this.used)
    }
  }

  /** Answers the number of the new document. `words`: each followed by a space. */
  add(words: string): number {
    const more = encoder.encode(words)
    if (this.used + more.length > this.bytes.length) this.grow(this.used + more.length)
    this.bytes.set(more, this.used)
    this.starts.push(this.used)
    this.used += more.length
    this.ends.push(this.used)
    if (this.prefixes) this.looseWords += words.split(' ').length - 1
    return this.starts.length - 1
  }

  /** A document's words, as they were added. */
  wordsOf(document: number): Uint8Array {
    return this.bytes.subarray(this.starts[document], this.ends[document])
  }

  /** The documents that have a word which begins so, in one or two parts. */
  find(prefix: string): readonly Found[] {
    const bytes = bytesOf(prefix)
    const ofTree = this.tree().find(bytes)
    if (this.treeEnd === this.starts.length) return [ofTree]
    const loose: number[] = []
    for (let document = this.treeEnd; document < this.starts.length; document++)
      this.eachWord(document, (offset) => {
        if (beginsWith(this.bytes, offset, bytes)) loose.push(document)
      })
    return [ofTree, { owners: Uint32Array.from(loose), different: undefined }]
  }

  /** Makes the tree before anybody looks for something, or anew before they would wait for that, with calls answered in between. */
  async prepare(turns: Turns): Promise<void> {
    if (this.prefixes && this.looseWords <= this.mostLoose(this.prefixes) / 2) return
    const making = this.making()
    for (let step = making.next(); ; step = making.next()) {
      if (step.done) {
        // Somebody may have looked for something meanwhile, and had it made at once.
        if (!this.prefixes || step.value.treeEnd > this.treeEnd) this.take(step.value)
        return
      }
      await turns.pause()
    }
  }

  private tree(): WordPrefixes {
    if (this.prefixes && this.looseWords <= this.mostLoose(this.prefixes)) return this.prefixes
    const making = this.making()
    let step = making.next()
    while (!step.done) step = making.next()
    return this.take(step.value)
  }

  private mostLoose({ size }: WordPrefixes): number {
    return Math.max(MOST_LOOSE, size >> 3)
  }

  private take({ prefixes, treeEnd }: Made): WordPrefixes {
    this.prefixes = prefixes
    this.treeEnd = treeEnd
    this.looseWords = 0
    for (let document = treeEnd; document < this.starts.length; document++) this.eachWord(document, () => this.looseWords++)
    return prefixes
  }

  /** Over the documents that there are when it begins, a few in each step. */
  private *making(): Generator<void, Made> {
    const { bytes } = this
    const treeEnd = this.starts.length
    const begins = new Uint32Array(257)
    for (let document = 0; document < treeEnd; document++) {
      this.eachWord(document, (offset) => {
        const slot = (bytes[offset] ?? WORD_END) + 1
        begins[slot] = (begins[slot] ?? 0) + 1
      })
      if (document % STEP === 0) yield
    }
    for (let byte = 1; byte < begins.length; byte++) begins[byte] = (begins[byte] ?? 0) + (begins[byte - 1] ?? 0)
    const count = begins.at(-1) ?? 0
    const offsets = new Uint32Array(count)
    const owners = new Uint32Array(count)
    const next = begins.slice()
    for (let document = 0; document < treeEnd; document++) {
      this.eachWord(document, (offset) => {
        const byte = bytes[offset] ?? WORD_END
        const place = next[byte] ?? 0
        next[byte] = place + 1
        offsets[place] = offset
        owners[place] = document
      })
      if (document % STEP === 0) yield
    }
    const prefixes = new WordPrefixes(bytes, offsets, owners, begins)
    yield* prefixes.deepen()
    return { prefixes, treeEnd }
  }

  private eachWord(document: number, found: (offset: number) => void): void {
    const end = this.ends[document] ?? 0
    let begins = true
    for (let at = this.starts[document] ?? 0; at < end; at++) {
      if (begins) found(at)
      begins = this.bytes[at] === WORD_END
    }
  }

  private grow(needed: number): void {
    const bytes = new Uint8Array(Math.max(needed, this.bytes.length * 2, 4096))
    bytes.set(this.bytes.subarray(0, this.used))
    this.bytes = bytes
    // The tree reads the text that it was made of, which stays as it is.
  }
}

/** In UTF-8. Nearly all are ASCII, which is quicker than asking the encoder, and a keystroke waits for it. */
function bytesOf(prefix: string): ArrayLike<number> {
  const bytes: number[] = []
  for (let index = 0; index < prefix.length; index++) {
    const unit = prefix.charCodeAt(index)
    if (unit > 0x7f) return encoder.encode(prefix)
    bytes.push(unit)
  }
  return bytes
}
