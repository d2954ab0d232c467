import { setImmediate as turn } from 'node:timers/promises'
import { sha256 } from './canonical'
import { OpenError } from './seal'
import { Trail } from './trail'
import type { TrailDamage, TrailEvent, TrailParts } from './trail-section'

/** Sequences, both ends included, whose events cannot be read. */
export interface TrailGap {
  first: number
  last: number
}

/** An event as the walk comes to it, and the chain up to it. Hashes: SHA-256, 32 bytes. */
export interface ChainStep extends TrailEvent {
  hash: Uint8Array
  /** Of the event before, as far as it is known: what was written down with this event, or was walked over. */
  previousHash: Uint8Array
  chain: Uint8Array
}

export type ChainPart = { kind: 'event'; step: ChainStep } | { kind: 'gap'; gap: TrailGap; chain: Uint8Array }

/** Where a walk is: enough to go on from it later. */
export interface ChainPosition {
  /** The next event's. */
  sequence: number
  previousHash: Uint8Array
  chain: Uint8Array
}

const noHash = (): Uint8Array => new Uint8Array(32)

/** Before the first event: the chain begins with the vault's id, so that no two vaults' are alike. */
export const chainStart = (vaultId: string): ChainPosition => ({
  sequence: 1,
  previousHash: noHash(),
  chain: sha256(new TextEncoder().encode(vaultId)),
})

const link = (chain: Uint8Array, hash: Uint8Array) => sha256(Buffer.concat([chain, hash]))

/** Told of what does not fit while the chain is walked. */
export interface ChainTrouble {
  damaged(place: TrailDamage): void
  /** The event at this sequence names another hash of the one before than that one has. */
  broken(sequence: number): void
}

/**
 * Walks the chain from a position to `last`, a page at a time. What cannot be read comes as a gap, which is linked into the chain as 32
 * zero bytes; the event after it goes on from what it names itself.
 */
export async function* walkChain(
  trail: Trail,
  from: ChainPosition,
  last: number,
  trouble: ChainTrouble,
): AsyncGenerator<ChainPart, ChainPosition> {
  let at = from
  let isKnown = from.sequence === 1 || from.previousHash.some((byte) => byte !== 0)
  const gapTo = (next: number): ChainPart => {
    const gap = { first: at.sequence, last: next - 1 }
    at = { sequence: next, previousHash: noHash(), chain: link(at.chain, noHash()) }
    isKnown = false
    return { kind: 'gap', gap, chain: at.chain }
  }
  for (const section of await trail.forward(from.sequence)) {
    for (const damage of section.damage) trouble.damaged(damage)
    for (const page of section.pages) {
      if (page.last < at.sequence || page.first > last) continue
      await turn()
      const read = await page.read().catch((error: unknown) => {
        if (!(error instanceof OpenError)) throw error
        if (page.place) trouble.damaged(page.place)
      })
      if (read === undefined) continue
      if (page.first > at.sequence) yield gapTo(page.first)
      if (page.first === at.sequence && read.previousHash) {
        if (isKnown && !isSame(read.previousHash, at.previousHash)) trouble.broken(page.first)
        at = { ...at, previousHash: read.previousHash }
      }
      for (const { event, bytes } of read.events) {
        if (event.sequence < at.sequence || event.sequence > last) continue
        const hash = sha256(bytes)
        const chain = link(at.chain, hash)
        const step = { event, bytes, hash, previousHash: at.previousHash, chain }
        at = { sequence: event.sequence + 1, previousHash: hash, chain }
        isKnown = true
        yield { kind: 'event', step }
      }
    }
  }
  if (at.sequence <= last) yield gapTo(last + 1)
  return at
}

const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

/** What a walk over part of the chain, or all of it, came to. */
export interface ChainFindings {
  /** Events that were read. */
  events: number
  first: { sequence: number; hash: Uint8Array } | undefined
  last: { sequence: number; hash: Uint8Array } | undefined
  gaps: TrailGap[]
  damaged: TrailDamage[]
  /** Sequences of events that name another one before them than there is; one past the last where the vault's own last hash differs. */
  broken: number[]
  end: ChainPosition
}

/** Checks the chain from a position, at most `limit` events of it. Where that is the whole, `end.sequence` is one past the last. */
export async function checkChain(trail: Trail, from: ChainPosition, limit = Number.POSITIVE_INFINITY): Promise<ChainFindings> {
  const findings: ChainFindings = {
    ...{ events: 0, first: undefined, last: undefined },
    ...{ gaps: [], damaged: [], broken: [], end: from },
  }
  const last = Math.min(trail.sequence, from.sequence + limit - 1)
  const walk = walkChain(trail, from, last, {
    damaged: (place) => findings.damaged.push(place),
    broken: (sequence) => findings.broken.push(sequence),
  })
  for (let next = await walk.next(); ; next = await walk.next()) {
    if (next.done) {
      findings.end = next.value
      break
    }
    if (next.value.kind === 'gap') findings.gaps.push(next.value.gap)
    else {
      const { event, hash } = next.value.step
      findings.events++
      findings.last = { sequence: event.sequence, hash }
      findings.first ??= findings.last
    }
  }
  const isWhole = findings.end.sequence > trail.sequence
  const endsInGap = findings.gaps.some((gap) => gap.last === trail.sequence)
  if (isWhole && !endsInGap && !isSame(findings.end.previousHash, trail.hash)) findings.broken.push(trail.sequence + 1)
  return findings
}

/** All of a vault's chain, whole or not, from its files and what was loaded of them. Changes nothing. */
export const verifyChain = (parts: TrailParts): Promise<ChainFindings> =>
  checkChain(new Trail(parts), chainStart(parts.keys.vaultId))
