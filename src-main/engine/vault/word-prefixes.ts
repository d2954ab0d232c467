/** Ends every word of the text. No word has it in itself. */
export const WORD_END = 0x20

/** Occurrences from `from` up to `to` begin with the same `depth` bytes; `next` tells them apart by the byte after those. */
interface Node {
  from: number
  to: number
  next: Map<number, Node> | undefined
}

/** So few are looked through faster than they are told apart. */
const FEW = 64

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
    this.root = { from: 0, to: offsets.length, next: nodesOf(begins, 0) }
  }

  get size(): number {
    return this.offsets.length
  }

  /** Tells the owner of each word that begins so; of several words, several times. */
  find(prefix: Uint8Array, found: (owner: number) => void): void {
    let node = this.root
    for (let depth = 0; depth < prefix.length; depth++) {
      if (node.to - node.from <= FEW) {
        for (let at = node.from; at < node.to; at++)
          if (beginsWith(this.text, this.offsets[at] ?? 0, prefix, depth)) found(this.owners[at] ?? 0)
        return
      }
      node.next ??= this.split(node, depth)
      const next = node.next.get(prefix[depth] ?? 0)
      if (!next) return
      node = next
    }
    for (let at = node.from; at < node.to; at++) found(this.owners[at] ?? 0)
  }

  /** Tells apart what begins alike by the second byte too, a first byte in each step: later it would all hold up whoever looks first. */
  *deepen(): Generator<void> {
    for (const node of this.root.next?.values() ?? []) {
      if (node.to - node.from > FEW) node.next ??= this.split(node, 1)
      yield
    }
  }

  /** Puts the occurrences of a node in the order of the byte at `depth`, which is `WORD_END` for words that are over by then. */
  private split({ from, to }: Node, depth: number): Map<number, Node> {
    const { text, offsets, owners } = this
    const counts = new Uint32Array(257)
    const byteOf = (offset: number) => text[offset + depth] ?? WORD_END
    for (let at = from; at < to; at++) {
      const slot = byteOf(offsets[at] ?? 0) + 1
      counts[slot] = (counts[slot] ?? 0) + 1
    }
    for (let byte = 1; byte < counts.length; byte++) counts[byte] = (counts[byte] ?? 0) + (counts[byte - 1] ?? 0)
    const next = nodesOf(counts, from)
    const before = { offsets: offsets.slice(from, to), owners: owners.slice(from, to) }
    for (let index = 0; index < before.offsets.length; index++) {
      const offset = before.offsets[index] ?? 0
      const byte = byteOf(offset)
      const place = from + (counts[byte] ?? 0)
      counts[byte] = (counts[byte] ?? 0) + 1
      offsets[place] = offset
      owners[place] = before.owners[index] ?? 0
    }
    return next
  }
}

/** One for each byte that there is. `begins` is counted from `from` on. */
function nodesOf(begins: Uint32Array, from: number): Map<number, Node> {
  const nodes = new Map<number, Node>()
  for (let byte = 0; byte < 256; byte++) {
    const [begin = 0, end = 0] = [begins[byte], begins[byte + 1]]
    if (end > begin) nodes.set(byte, { from: from + begin, to: from + end, next: undefined })
  }
  return nodes
}

/** Whether the word at `offset` goes on as the prefix does from `depth` on. */
export function beginsWith(text: Uint8Array, offset: number, prefix: Uint8Array, depth = 0): boolean {
  for (let index = depth; index < prefix.length; index++) if (text[offset + index] !== prefix[index]) return false
  return true
}
