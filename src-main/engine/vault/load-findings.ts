import type { DamagedFile, DamagedPlace, DamageReport, Rollback } from '../../../src-shared/contract/vault-damage'

/** More places of one file would be the same line again and again, in an event that is kept for good. */
const MOST_PLACES = 20

export type Findings = Pick<DamageReport, 'files' | 'rebuiltFrom' | 'lostEvents'>

/** What was wrong with a vault when it was loaded. */
export interface VaultFound {
  findings: Findings
  /** It is not where this computer last saw it. */
  rollback: Rollback | undefined
}

/** Collects what was wrong with the files while they are read. */
export class LoadFindings {
  /** By file. */
  private readonly files = new Map<string, DamagedFile>()
  private readonly lost: DamageReport['lostEvents'] = []
  rebuiltFrom: number | null = null

  add(file: string, places: readonly DamagedPlace[], eventsRead: number | null = null): void {
    const before = this.files.get(file)
    const all = [...(before?.places ?? []), ...places]
    this.files.set(file, {
      file,
      eventsRead: eventsRead ?? before?.eventsRead ?? null,
      places: all.slice(0, MOST_PLACES),
      morePlaces: (before?.morePlaces ?? 0) + Math.max(0, all.length - MOST_PLACES),
    })
  }

  lose(range: { from: number; through: number }): void {
    if (range.from <= range.through) this.lost.push(range)
  }

  get all(): Findings {
    return { files: [...this.files.values()], rebuiltFrom: this.rebuiltFrom, lostEvents: joinRanges(this.lost) }
  }
}

/** In order, without overlaps; ranges that touch become one. */
export function joinRanges(ranges: DamageReport['lostEvents']): DamageReport['lostEvents'] {
  const joined: DamageReport['lostEvents'] = []
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && range.from <= last.through + 1) last.through = Math.max(last.through, range.through)
    else joined.push({ ...range })
  }
  return joined
}
