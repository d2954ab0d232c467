import { useState } from 'react'
import type { ChainReport } from '../../../src-shared/contract/audit'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

/** So many events at a time: enough to be quick, and few enough to say how far it is. */
const perStep = 2_000

interface Verified {
  progress: { done: number; total: number } | undefined
  report: ChainReport | undefined
}

/** Walks the whole chain, step by step. */
export function useVerify() {
  const client = useConnect((state) => state.client)
  const [{ progress, report }, setState] = useState<Verified>({ progress: undefined, report: undefined })
  const action = useAction(async () => {
    setState({ progress: undefined, report: undefined })
    let all: ChainReport | undefined
    try {
      do {
        const step = await client.audit.verify({ limit: perStep, cursor: all?.nextCursor ?? undefined })
        all = all === undefined ? step : joined(all, step)
        setState({ progress: { done: all.last?.sequence ?? all.checked, total: all.total }, report: undefined })
      } while (all.nextCursor !== null)
      setState({ progress: undefined, report: all })
    } catch (error) {
      setState({ progress: undefined, report: undefined })
      throw error
    }
  })
  return { ...action, progress, report }
}

/** What two steps came to. A file is reported by every step that meets it. */
function joined(before: ChainReport, step: ChainReport): ChainReport {
  const damaged = [...before.damaged, ...step.damaged]
  const isFirst = (place: ChainReport['damaged'][number], index: number) =>
    damaged.findIndex(({ file, offset }) => file === place.file && offset === place.offset) === index
  const all = {
    ...step,
    checked: before.checked + step.checked,
    first: before.first ?? step.first,
    last: step.last ?? before.last,
    gaps: [...before.gaps, ...step.gaps],
    damaged: damaged.filter(isFirst),
    broken: [...before.broken, ...step.broken],
  }
  const isSound = all.gaps.length + all.damaged.length + all.broken.length === 0
  return { ...all, result: step.nextCursor !== null ? 'under_way' : isSound ? 'whole' : 'damaged' }
}
