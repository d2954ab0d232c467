/** Those that have a word which begins so. Good until somebody looks again. */
export interface Found {
  /** Of several such words, several times. */
  owners: Uint32Array
  /** How many different ones, where they are in order; whoever has several such words is then beside himself. */
  different: number | undefined
}

/** Ends every word of the text. No word has it in itself. */
export const WORD_END = 0x20

/**
 * Occurrences from `from` up to `to` begin with the same `common` bytes, or with more of them while nobody has looked (`isWhole`).
 * `next` tells them apart by the byte after those.
 */
interface Node {
  from: number
  to: number
  common: number
  isWhole: boolean
  next: Map<number, Node> | undefined
  /** As in `Found`, counted when somebody first looks. */
  different?: number
}

/** So few are looked through faster than they are told apart. */
const FEW = 64

const NONE: Found = { owners: new Uint32Array(), different: 0 }

/**
 * Finds the words of a text by how they begin: a radix tree over all of them that is made where somebody looks, a level at a time.
 * It is one array of occurrences, put in order part by part, so it takes no more memory however deep it gets.
 */
export class WordPrefixes {
  private readonly root: Node

  /**
   * `offsets`: where each word begins in the text, in the order of their first bytes; `owners`: whose it is; `begins`: where the words of
   * each first byte are among them, and where the last ones end. All are taken over.
   */
  constructor(
    private readonly text: Uint8Array,
    private readonly offsets: Uint32Array,
    private readonly owners: Uint32Array,
    begins: Uint32Array,
  ) {
    this.root = { from: 0, to: offsets.length, common: 0, isWhole: true, next: nodesOf(begins, 0, 0) }
  }

  get size(): number {
    return this.offsets.length
  }

  /** Thousands of owners at once, and none of them by a call of its own, which would take most of a keystroke. */
  find(prefix: ArrayLike<number>): Found {
    let node = this.root
    for (let known = 0; ; ) {
      const { from, to } = node
      if (to - from <= FEW) return this.ownersAmong(node, prefix, known)
      const common = this.commonOf(node)
      const isLast = prefix.length <= common
      if (!goesOn(this.text, this.offsets[from] ?? 0, prefix, known, isLast ? prefix.length : common)) return NONE
      if (isLast) return this.all(node)
      node.next ??= this.split(node)
      const next = node.next.get(prefix[common] ?? 0)
      if (!next) return NONE
      known = common + 1
      node = next
    }
  }

  /** Owners were put in as they come, and stay so until they are told apart. */
  private all(node: Node): Found {
    const owners = this.owners.subarray(node.from, node.to)
    if (node.next) return { owners, different: undefined }
    node.different ??= differentIn(owners)
    return { owners, different: node.different }
  }

  private ownersAmong({ from, to }: Node, prefix: ArrayLike<number>, known: number): Found {
    const found = new Uint32Array(to - from)
    let count = 0
    for (let at = from; at < to; at++)
      if (beginsWith(this.text, this.offsets[at] ?? 0, prefix, known)) found[count++] = this.owners[at] ?? 0
    const owners = found.subarray(0, count)
    return { owners, different: differentIn(owners) }
  }

  /** Tells apart what begins with the same byte too, a first byte in each step: later it would all hold up whoever looks first. */
  *deepen(): Generator<void> {
    for (const node of this.root.next?.values() ?? []) {
      if (node.to - node.from <= FEW) continue
      const common = this.commonOf(node)
      yield
      // All are the same word: nothing that is typed goes on behind its end.
      if (this.text[(this.offsets[node.from] ?? 0) + common - 1] === WORD_END) continue
      node.next ??= this.split(node)
      for (const next of node.next.values()) {
        yield
        if (next.to - next.from > FEW) this.commonOf(next)
      }
      yield
    }
  }

  /** Puts the occurrences of a node in the order of the byte after those that they begin with, which is `WORD_END` for words that are over by then. */
  private split({ from, to, common }: Node): Map<number, Node> {
    const { text, offsets, owners } = this
    const counts = new Uint32Array(257)
    const byteOf = (offset: number) => text[offset + common] ?? WORD_END
    for (let at = from; at < to; at++) {
      const slot = byteOf(offsets[at] ?? 0) + 1
      counts[slot] = (counts[slot] ?? 0) + 1
    }
    for (let byte = 1; byte < counts.length; byte++) counts[byte] = (counts[byte] ?? 0) + (counts[byte - 1] ?? 0)
    const begins = counts.slice()
    const before = { offsets: offsets.slice(from, to), owners: owners.slice(from, to) }
    for (let index = 0; index < before.offsets.length; index++) {
      const offset = before.offsets[index] ?? 0
      const byte = byteOf(offset)
      const place = from + (counts[byte] ?? 0)
      counts[byte] = (counts[byte] ?? 0) + 1
      offsets[place] = offset
      owners[place] = before.owners[index] ?? 0
    }
    return nodesOf(begins, from, common)
  }

  /**
   * How many bytes these begin with alike. No word's end is gone beyond: where all are the same word, its end is the last of them. So
   * whoever types on in a word that many have tells none of them apart.
   */
  private commonOf(node: Node): number {
    if (node.isWhole) return node.common
    const { text, offsets } = this
    const { from, to, common: known } = node
    const first = offsets[from] ?? 0
    let common = known
    if (text[first + known - 1] !== WORD_END) {
      while (text[first + common] !== WORD_END) common++
      common++
    }
    for (let at = from + 1; at < to && common > known; at++) {
      const offset = offsets[at] ?? 0
      let same = known
      while (same < common && text[first + same] === text[offset + same]) same++
      common = same
    }
    node.common = common
    node.isWhole = true
    return common
  }
}

/** Of owners in order. */
function differentIn(owners: Uint32Array): number {
  let count = 0
  for (let index = 0; index < owners.length; index++) if (owners[index] !== owners[index - 1]) count++
  return count
}

/** One for each byte that there is at `depth`. `begins` is counted from `from` on. */
function nodesOf(begins: Uint32Array, from: number, depth: number): Map<number, Node> {
  const nodes = new Map<number, Node>()
  for (let byte = 0; byte < 256; byte++) {
    const [begin = 0, end = 0] = [begins[byte], begins[byte + 1]]
    if (end > begin) nodes.set(byte, { from: from + begin, to: from + end, common: depth + 1, isWhole: false, next: undefined })
  }
  return nodes
}

/** Whether the word at `offset` begins with the prefix. */
export const beginsWith = (text: Uint8Array, offset: number, prefix: ArrayLike<number>, known = 0): boolean =>
  goesOn(text, offset, prefix, known, prefix.length)

/** Whether it goes on as the prefix does from one depth to another. */
function goesOn(text: Uint8Array, offset: number, prefix: ArrayLike<number>, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (text[offset + index] !== prefix[index]) return false
  return true
}
