/** So many at the most: what is looked at now, and ten of the largest pages before. */
const MOST = 2000

/** What was made of the rows of records, until an event speaks of them. By record number; the oldest ones go first. */
export class KeptByRecord {
  private readonly byNumber = new Map<number, { record: string; made: unknown }>()
  private readonly numbers = new Map<string, number>()
  /** What was put together last. Who types on in a word, or comes back to a list, mostly sees the same. */
  private last: { numbers: readonly number[]; made: readonly unknown[] } | undefined

  get(n: number): unknown {
    return this.byNumber.get(n)?.made
  }

  keep(n: number, record: string, made: unknown): void {
    this.byNumber.set(n, { record, made })
    this.numbers.set(record, n)
    for (const [oldest, { record: of }] of this.byNumber) {
      if (this.byNumber.size <= MOST) break
      this.byNumber.delete(oldest)
      this.numbers.delete(of)
    }
  }

  /** All of these in this order, as `keepTogether` was last told them. */
  together(numbers: readonly number[]): readonly unknown[] | undefined {
    if (this.last?.numbers.length !== numbers.length) return undefined
    const { numbers: known, made } = this.last
    for (let index = 0; index < numbers.length; index++) if (known[index] !== numbers[index]) return undefined
    return made
  }

  keepTogether(numbers: readonly number[], made: readonly unknown[]): void {
    this.last = { numbers, made }
  }

  changed(record: string): void {
    this.last = undefined
    const n = this.numbers.get(record)
    if (n === undefined) return
    this.numbers.delete(record)
    this.byNumber.delete(n)
  }
}
