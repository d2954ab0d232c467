import { auditFileWords as words } from '../../../src-shared/words/en/audit-file'
import { canonicalBytes, sha256 } from '../vault/canonical'
import { hex } from './chain-cursor'
import { AUDIT_FORMAT, AUDIT_VERSION } from './export-lines'
import { EndLine, EventLine, HeadLine, LeftOutLine, MissingLine } from './export-shape'

const zeros = '0'.repeat(64)

/** Thrown by a line that is wrong, with a sentence's end that says how. */
class WrongLine extends Error {}

/**
 * Checks an exported audit line by line, from the file alone. One that is whole says so after its last line: `problem` of the end is
 * then undefined.
 */
export class ExportCheck {
  readonly counts = { events: 0, leftOut: 0, missing: 0 }
  chain = zeros
  private head: HeadLine | undefined
  private expected = 1
  private previous = zeros
  private isKnown = true
  private hasEnded = false

  /** What is wrong with the next line, given without its line feed; undefined when it is right. Nothing may follow a wrong one. */
  line(text: string): string | undefined {
    try {
      this.take(canonicalValue(text))
      return undefined
    } catch (error) {
      if (error instanceof WrongLine) return error.message
      throw error
    }
  }

  /** What is wrong where the file ends. */
  end(): string | undefined {
    return this.hasEnded ? undefined : words.noEnd
  }

  private take(value: unknown): void {
    if (this.hasEnded) throw new WrongLine(words.afterEnd)
    const head = this.head
    if (head === undefined) {
      this.begin(value)
      return
    }
    const takers = [
      [EventLine, (line: EventLine) => this.event(line)],
      [LeftOutLine, (line: LeftOutLine) => this.leftOut(line)],
      [MissingLine, (line: MissingLine) => this.missing(line)],
      [EndLine, (line: EndLine) => this.finish(line, head)],
    ] as const
    if (!takers.some(([shape, run]) => takes(shape, run, value))) throw new WrongLine(words.unknownLine)
  }

  private begin(value: unknown): void {
    const head = HeadLine.safeParse(value).data
    if (head?.format !== AUDIT_FORMAT) throw new WrongLine(words.notAnExport)
    if (head.version !== AUDIT_VERSION) throw new WrongLine(words.unknownVersion)
    this.head = head
    this.chain = hex(sha256(new TextEncoder().encode(head.vaultId)))
  }

  private event({ sequence, event, sha256: hash, previous, chain }: EventLine): void {
    this.expect(sequence)
    if (event.sequence !== sequence) throw new WrongLine(words.otherSequence(sequence))
    if (hex(sha256(canonicalBytes(event))) !== hash) throw new WrongLine(words.otherHash)
    if (this.isKnown && previous !== this.previous) throw new WrongLine(words.otherPrevious)
    if (event.kind === 'vault.created' && idIn(event.data) !== this.head?.vaultId) throw new WrongLine(words.otherVault)
    this.link(hash)
    this.expectChain(chain)
    this.counts.events++
  }

  private leftOut({ first, last, leftOut, chain }: LeftOutLine): void {
    this.expect(first)
    if (last - first + 1 !== leftOut.length) throw new WrongLine(words.unknownLine)
    for (const hash of leftOut) this.link(hash)
    this.expectChain(chain)
    this.counts.leftOut += leftOut.length
  }

  private missing({ first, last, chain }: MissingLine): void {
    this.expect(first)
    if (last < first) throw new WrongLine(words.unknownLine)
    this.link(zeros)
    this.isKnown = false
    this.expected = last + 1
    this.expectChain(chain)
    this.counts.missing += last - first + 1
  }

  private finish(end: EndLine, { last }: HeadLine): void {
    if (this.expected !== last + 1) throw new WrongLine(words.otherSequence(this.expected))
    this.expectChain(end.chain)
    const { events, leftOut, missing } = this.counts
    const fits = end.events === events && end.leftOut === leftOut && end.missing === missing
    if (!fits || end.sha256 !== this.previous) throw new WrongLine(words.otherEnd)
    this.hasEnded = true
  }

  private expect(sequence: number): void {
    if (sequence !== this.expected) throw new WrongLine(words.otherSequence(this.expected))
  }

  private expectChain(chain: string): void {
    if (chain !== this.chain) throw new WrongLine(words.otherChain)
  }

  private link(hash: string): void {
    this.chain = hex(sha256(Buffer.from(this.chain + hash, 'hex')))
    this.previous = hash
    this.isKnown = true
    this.expected++
  }
}

function takes(
  shape: { safeParse(value: unknown): { data?: unknown; success: boolean } },
  run: (line: never) => void,
  value: unknown,
) {
  const { success, data } = shape.safeParse(value)
  if (success) run(data as never)
  return success
}

const idIn = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'vaultId' in data ? data.vaultId : undefined

/** What a line says, which it must say in the one canonical way. */
function canonicalValue(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new WrongLine(words.notJson)
  }
  if (typeof value !== 'object' || value === null || !isCanonical(value, text)) throw new WrongLine(words.notCanonical)
  return value
}

function isCanonical(value: object, text: string): boolean {
  try {
    return Buffer.from(canonicalBytes(value)).toString() === text
  } catch {
    // Nested deeper than anything that was exported.
    return false
  }
}
