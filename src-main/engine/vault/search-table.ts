import { type Doc, docsOf, numberAfter } from './search-docs'
import { STORED_FIELDS, type StoredDoc, type StoredSearch } from './search-file'
import { SearchText } from './search-text'
import { searchWords } from './search-words'
import type { Store } from './store'
import type { Turns } from './turns'

export interface SearchFilter {
  type(type: string): boolean
  status(status: string): boolean
  /** Of the one person who may see it; empty where the organisation may. */
  owner(owner: string): boolean
}

/** What lists are filtered by. There are few different ones, whatever there are of documents. */
type Facts = Pick<Doc, 'type' | 'status' | 'owner'>

/** Each once, with its place. */
class AllFacts {
  private readonly places = new Map<string, number>()
  readonly all: Facts[] = []

  place({ type, status, owner }: Facts): number {
    // Types and statuses are of our own making, and have no space in them.
    const key = `${type} ${status} ${owner}`
    let place = this.places.get(key)
    if (place === undefined) {
      place = this.all.push({ type, status, owner }) - 1
      this.places.set(key, place)
    }
    return place
  }
}

/** The place of a document that is in no list any more. */
const NOWHERE = 0xffff_ffff

/** The words of each connection, what lists are filtered by, and their order. Documents by number; one that changed gets a new number, and its old one is nobody's. */
export class SearchTable {
  private readonly facts = new AllFacts()
  private readonly numbers: number[] = []
  /** Of each document: the place of its facts. */
  private readonly factsOf: number[] = []
  private readonly documentOf: (number | undefined)[] = []
  private order: Uint32Array
  /** Nothing has changed: each document is in the place that its number says. */
  private isAsStored = true
  /** Of each document in `order`; behind after a change. */
  private places: Uint32Array | undefined
  private marks = new Uint32Array()
  private nextMark = 1

  /** `count`: how many documents there are to begin with, in the order that they are added in. */
  private constructor(
    private readonly text: SearchText,
    count: number,
  ) {
    this.order = new Uint32Array(count)
    for (let document = 0; document < count; document++) this.order[document] = document
  }

  static of(docs: readonly Doc[]): SearchTable {
    const table = new SearchTable(new SearchText(), docs.length)
    for (const doc of docs) table.add(doc, table.text.add(doc.words))
    return table
  }

  static stored(stored: StoredSearch): SearchTable {
    const table = new SearchTable(new SearchText(stored.words, stored.lengths), stored.count)
    for (let document = 0; document < stored.count; document++) table.addStored(stored, document)
    return table
  }

  /** As `stored`, with calls answered in between. */
  static async storedInTurns(stored: StoredSearch, turns: Turns): Promise<SearchTable> {
    const table = new SearchTable(new SearchText(stored.words, stored.lengths), stored.count)
    for (let document = 0; document < stored.count; document++) {
      table.addStored(stored, document)
      await turns.pause()
    }
    return table
  }

  /** Makes what a search would make first, with calls answered in between. */
  prepare(turns: Turns): Promise<void> {
    return this.text.prepare(turns)
  }

  private addStored({ numbers, names }: StoredSearch, document: number): void {
    const name = (field: number) => names[numbers[document * STORED_FIELDS + field] ?? 0] ?? ''
    this.add({ n: numbers[document * STORED_FIELDS] ?? 0, type: name(2), status: name(3), owner: name(4) }, document)
  }

  /** Everything as it is now, read as it is asked for: a document never changes, and what changes gets a new one. */
  frozen(): Iterable<StoredDoc> {
    return this.inOrder(this.order)
  }

  private *inOrder(order: Uint32Array): Generator<StoredDoc> {
    for (const document of order) {
      const { type = '', status = '', owner = '' } = this.facts.all[this.factsOf[document] ?? 0] ?? {}
      yield { n: this.numbers[document] ?? 0, type, status, owner, words: this.text.wordsOf(document) }
    }
  }

  /** Takes these connections out, and those that there still are in again, as they are now. What is between them moves as it is. */
  replace(store: Store, ids: readonly string[]): void {
    const docs = docsOf(store, ids)
    const gone = this.goneOf(ids, docs)
    const places = this.inPlaces()
    const put: Put[] = []
    const putAt = new Map<number, number>()
    // From the last one on: whatever comes after one of them has its place by then.
    for (const doc of docs) {
      const after = numberAfter(store, doc.n)
      const next = after === undefined ? undefined : this.documentOf[after]
      const place =
        next === undefined ? this.order.length : Math.min(putAt.get(next) ?? places[next] ?? NOWHERE, this.order.length)
      const document = this.add(doc, this.text.add(doc.words))
      put.push({ place, document })
      putAt.set(document, place)
    }
    const taken = [...gone].flatMap((document) => {
      const place = places[document] ?? NOWHERE
      return place === NOWHERE ? [] : [place]
    })
    this.order = changed(
      this.order,
      put.reverse(),
      taken.sort((a, b) => a - b),
    )
    this.isAsStored = false
    this.places = undefined
  }

  /** What the table has of these connections until now. */
  private goneOf(ids: readonly string[], docs: readonly Doc[]): Set<number> {
    const gone = new Set<number>()
    for (const { n } of docs) {
      const document = this.documentOf[n]
      if (document !== undefined) gone.add(document)
    }
    const known = new Set(docs.map(({ id }) => id))
    // Of one that there is no more, nothing but its id says which it was.
    for (const id of ids)
      if (!known.has(id)) for (const documents of this.withAll(searchWords(id))) for (const one of documents) gone.add(one)
    return gone
  }

  /** Where a connection is in the order of lists; behind all where there is none. */
  placeOf(n: number): number {
    const document = this.documentOf[n]
    return document === undefined ? this.order.length : (this.inPlaces()[document] ?? this.order.length)
  }

  find(words: readonly string[], filter: SearchFilter, from: number, limit: number): { numbers: number[]; total: number } {
    const { factsOf } = this
    const places = this.isAsStored ? undefined : this.inPlaces()
    const asked = this.facts.all.map(
      ({ type, status, owner }) => filter.type(type) && filter.status(status) && filter.owner(owner),
    )
    const isForAll = asked.every(Boolean)
    if (words.length === 1 && places === undefined && isForAll) {
      const parts = this.text.find(words[0] ?? '')
      const found = parts[0]
      if (found?.different !== undefined && parts.length === 1)
        return { numbers: this.firstOf(found.owners, from, limit), total: found.different }
    }
    const bits = new Uint32Array((this.order.length >> 5) + 1)
    let total = 0
    for (const documents of this.withAll(words)) {
      // As little as there can be for each: thousands of documents lie all over a memory that somebody else has used since the last keystroke.
      for (let index = 0; index < documents.length; index++) {
        const document = documents[index] ?? 0
        const place = places === undefined ? document : (places[document] ?? NOWHERE)
        if (place === NOWHERE || !(isForAll || asked[factsOf[document] ?? 0])) continue
        const word = place >>> 5
        const bit = 1 << (place & 31)
        const before = bits[word] ?? 0
        if ((before & bit) !== 0) continue
        bits[word] = before | bit
        total++
      }
    }
    return { numbers: this.pick(bits, from, limit), total }
  }

  /** Each document that has words which begin with all of these, some of them several times. Good until somebody looks again. */
  private withAll(words: readonly string[]): readonly Uint32Array[] {
    const [first = '', ...more] = words
    let found = this.text.find(first).map(({ owners }) => owners)
    if (more.length === 0) return found
    this.prepareMarks(words.length)
    for (const word of more) {
      this.mark(found)
      found = [this.marked(this.text.find(word).map(({ owners }) => owners))]
      this.nextMark++
    }
    return found
  }

  private prepareMarks(count: number): void {
    if (this.nextMark + count > 0xffff_0000) this.marks = new Uint32Array()
    if (this.marks.length >= this.numbers.length) return
    this.marks = new Uint32Array(this.numbers.length * 2)
    this.nextMark = 1
  }

  private mark(found: readonly Uint32Array[]): void {
    const { marks, nextMark } = this
    for (const documents of found) for (let index = 0; index < documents.length; index++) marks[documents[index] ?? 0] = nextMark
  }

  private marked(found: readonly Uint32Array[]): Uint32Array {
    const { marks, nextMark } = this
    const both: number[] = []
    for (const documents of found) {
      for (let index = 0; index < documents.length; index++) {
        const document = documents[index] ?? 0
        if (marks[document] === nextMark) both.push(document)
      }
    }
    return Uint32Array.from(both)
  }

  /** Of documents in order, each in the place that its number says: nobody has to look at all of them. */
  private firstOf(documents: Uint32Array, from: number, limit: number): number[] {
    const numbers: number[] = []
    for (let index = firstFrom(documents, from); index < documents.length && numbers.length < limit; index++) {
      const document = documents[index] ?? 0
      if (document !== documents[index - 1]) numbers.push(this.numbers[document] ?? 0)
    }
    return numbers
  }

  private pick(bits: Uint32Array, from: number, limit: number): number[] {
    const numbers: number[] = []
    for (let word = from >> 5; word < bits.length && numbers.length < limit; word++) {
      let rest = bits[word] ?? 0
      if (word === from >> 5) rest &= -1 << (from & 31)
      for (; rest !== 0 && numbers.length < limit; rest &= rest - 1) {
        const place = (word << 5) + (31 - Math.clz32(rest & -rest))
        numbers.push(this.numbers[this.order[place] ?? 0] ?? 0)
      }
    }
    return numbers
  }

  private add({ n, ...facts }: Omit<Doc, 'id' | 'words'>, document: number): number {
    this.numbers[document] = n
    this.factsOf[document] = this.facts.place(facts)
    this.documentOf[n] = document
    return document
  }

  private inPlaces(): Uint32Array {
    if (!this.places) {
      const { order } = this
      const places = new Uint32Array(this.numbers.length).fill(NOWHERE)
      // By itself, because it is over before it would be made quick otherwise.
      for (let place = 0; place < order.length; place++) places[order[place] ?? 0] = place
      this.places = places
    }
    return this.places
  }
}

/** Where in documents in order the first one is that is not before `from`. */
function firstFrom(documents: Uint32Array, from: number): number {
  let [low, high] = [0, documents.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((documents[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

/** A document that comes before the one that is in `place` now. */
interface Put {
  place: number
  document: number
}

/** The same order with these put in and those places taken out; both by their places. */
function changed(order: Uint32Array, put: readonly Put[], taken: readonly number[]): Uint32Array {
  const next = new Uint32Array(order.length + put.length - taken.length)
  let from = 0
  let to = 0
  const copyUpTo = (place: number) => {
    next.set(order.subarray(from, place), to)
    to += place - from
    from = place
  }
  let takenSoFar = 0
  const takeOutBefore = (end: number) => {
    for (let place = taken[takenSoFar]; place !== undefined && place < end; place = taken[++takenSoFar]) {
      copyUpTo(place)
      from++
    }
  }
  for (const { place, document } of put) {
    takeOutBefore(place)
    copyUpTo(place)
    next[to++] = document
  }
  takeOutBefore(order.length)
  copyUpTo(order.length)
  return next
}
