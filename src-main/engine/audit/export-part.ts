import type { Inputs, Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import { type ChainStep, chainStart, walkChain } from '../vault/verify-chain'
import { hex, readCursor, type WalkState, writeCursor } from './chain-cursor'
import { csvHead, csvLine } from './csv'
import { auditEntry } from './entry'
import { endLine, eventLine, headLine, leftOutLine, missingLine } from './export-lines'
import { eventFilter } from './filter'
import { RecordLabels } from './labels'
import type { AuditParts } from './use-cases'
import { withheldFrom } from './withheld'

/** A part ends where it comes to either: so much of the session's thread, and of memory, is one part's. */
const PART_TEXT = 256 * 1024
const PART_EVENTS = 5_000
const RUN_LENGTH = 500

/** The next part of an export. The first call says how far the export goes; what happens later is not in it. */
export async function exportPart(
  parts: AuditParts,
  actor: Actor,
  input: Inputs['audit']['part'],
): Promise<Outputs['audit']['part']> {
  const { vault, clock } = parts
  const { format, cursor, ...wanted } = input
  const filter = eventFilter(wanted)
  const labels = new RecordLabels(vault.store, parts.providers)
  const isWithheld = withheldFrom(vault.store, actor)
  const trail = vault.trail()
  const { vaultId } = vault.headerBody
  const start = { at: chainStart(vaultId), last: trail.sequence, events: 0, leftOut: 0, missing: 0 }
  const state: WalkState = cursor === undefined ? start : readCursor(cursor, trail.sequence)
  const lines = format === 'csv' ? new CsvLines() : new JsonLines()
  if (cursor === undefined) lines.begin({ vaultId, exportedAt: new Date(clock.now()).toISOString(), last: state.last })
  const from = state.at.sequence
  const untroubled = { damaged: () => undefined, broken: () => undefined }
  for await (const next of walkChain(trail, state.at, state.last, untroubled)) {
    if (next.kind === 'gap') {
      lines.missing(next)
      state.missing += next.gap.last - next.gap.first + 1
      state.at = { sequence: next.gap.last + 1, previousHash: new Uint8Array(32), chain: next.chain }
    } else {
      const { step } = next
      const entry = filter.event(step.event) && !isWithheld(step) ? auditEntry(step.event, labels) : undefined
      if (entry && filter.entry(entry)) {
        lines.event(step, entry)
        state.events++
      } else {
        lines.leaveOut(step)
        state.leftOut++
      }
      state.at = { sequence: step.event.sequence + 1, previousHash: step.hash, chain: step.chain }
    }
    if (lines.length >= PART_TEXT || state.at.sequence - from >= PART_EVENTS) break
  }
  const isDone = state.at.sequence > state.last
  if (isDone) lines.end(state)
  return {
    text: lines.text(),
    nextCursor: isDone ? null : writeCursor(state),
    passed: Math.min(state.at.sequence - 1, state.last),
    total: state.last,
  }
}

type Entry = Parameters<typeof csvLine>[0]

/** The lines of a part. Lengths in characters. */
class JsonLines {
  protected readonly written: string[] = []
  length = 0
  private run: { first: number; hashes: string[]; chain: Uint8Array } | undefined

  begin(head: Parameters<typeof headLine>[0]): void {
    this.put(headLine(head))
  }

  event(step: ChainStep, _entry: Entry): void {
    this.endRun()
    this.put(eventLine(step))
  }

  leaveOut({ event, hash, chain }: ChainStep): void {
    this.run ??= { first: event.sequence, hashes: [], chain }
    this.run.hashes.push(hex(hash))
    this.run.chain = chain
    if (this.run.hashes.length === RUN_LENGTH) this.endRun()
  }

  missing({ gap, chain }: { gap: { first: number; last: number }; chain: Uint8Array }): void {
    this.endRun()
    this.put(missingLine(gap, chain))
  }

  end(state: WalkState): void {
    this.endRun()
    this.put(endLine(state))
  }

  text(): string {
    this.endRun()
    return this.written.join('')
  }

  protected put(text: string): void {
    this.written.push(text)
    this.length += text.length
  }

  private endRun(): void {
    if (this.run) this.put(leftOutLine(this.run))
    this.run = undefined
  }
}

class CsvLines extends JsonLines {
  override begin(): void {
    this.put(csvHead())
  }

  override event(step: ChainStep, entry: Entry): void {
    this.put(csvLine(entry, hex(step.hash)))
  }

  override leaveOut(): void {}
  override missing(): void {}
  override end(): void {}
}
