import { useRef, useState } from 'react'
import type { AuditFilter, AuditFormat } from '../../../src-shared/contract/audit'
import { auditWords as words } from '../../../src-shared/words/en/audit'
import { saveText } from '../../lib/save-text'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'

const mediaType = { jsonl: 'application/x-ndjson', csv: 'text/csv' }

/** Reads an export part by part, and hands it over whole. */
export function useExport(filter: AuditFilter) {
  const client = useConnect((state) => state.client)
  const host = useConnect((state) => state.host)
  const [progress, setProgress] = useState<{ done: number; total: number }>()
  const [outcome, setOutcome] = useState<string>()
  const running = useRef<AbortController>(undefined)
  const action = useAction(async (format: AuditFormat) => {
    const controller = new AbortController()
    const { signal } = controller
    running.current = controller
    setOutcome(undefined)
    try {
      const parts: string[] = []
      let cursor: string | undefined
      do {
        const part = await client.audit.part({ ...filter, format, cursor }, { signal })
        parts.push(part.text)
        cursor = part.nextCursor ?? undefined
        setProgress({ done: part.passed, total: part.total })
      } while (cursor !== undefined && !signal.aborted)
      if (signal.aborted) return
      const name = `neurocad-audit-${new Date().toISOString().slice(0, 10)}.${format}`
      const how = await saveText(host, { name, type: mediaType[format] }, parts)
      setOutcome(how === 'saved' ? words.saved(name) : words.copied)
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      setProgress(undefined)
    }
  })
  return { ...action, progress, outcome, cancel: () => running.current?.abort() }
}
