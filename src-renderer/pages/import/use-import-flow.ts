import { useCallback, useEffect, useRef, useState } from 'react'
import type { Inputs } from '../../../src-shared/contract'
import type { ImportEntryView, ImportView } from '../../../src-shared/contract/import'
import { useConnect } from '../../stores/use-connect'

type Choice = Omit<Inputs['import']['choose'], 'importId'>
export type Change = Omit<Inputs['import']['change'], 'importId' | 'n'>
type Selection = Omit<Inputs['import']['commit'], 'importId'>

export interface ImportFlow {
  view: ImportView | undefined
  /** Another number, and the entries have to be read again. */
  round: number
  upload(file: Blob): Promise<void>
  open(password: string, keyFile: string | undefined): Promise<void>
  choose(choice: Choice): Promise<void>
  change(entry: ImportEntryView, change: Change): Promise<void>
  commit(selection: Selection): Promise<void>
  /** Answers how many were removed. */
  undo(): Promise<number>
  /** Gives it up, with what the engine holds of it. */
  leave(): void
}

/** One file on its way into the vault. The page holds what the preview shows of it; every secret stays with the engine. */
export function useImportFlow(): ImportFlow {
  const client = useConnect((state) => state.client)
  const [view, setView] = useState<ImportView>()
  const [round, setRound] = useState(0)
  const id = view?.id
  const latest = useRef<ImportView>(undefined)
  latest.current = view
  const leave = useCallback(() => {
    const held = latest.current
    setView(undefined)
    // Where this is not answered, the engine forgets the file by itself.
    if (held && held.state !== 'committed') client.import.discard({ importId: held.id }).catch(() => undefined)
  }, [client])
  useEffect(() => leave, [leave])
  const show = (next: ImportView) => {
    setView(next)
    setRound((before) => before + 1)
  }
  const importId = () => {
    if (id === undefined) throw new Error('there is no import')
    return id
  }
  return {
    view,
    round,
    async upload(file) {
      show(await client.import.upload(new File([file], 'file', { type: 'application/octet-stream' })))
    },
    async open(password, keyFile) {
      show(await client.import.open({ importId: importId(), password, keyFile }))
    },
    async choose(choice) {
      show(await client.import.choose({ importId: importId(), ...choice }))
    },
    async change({ n }, change) {
      const { counts } = await client.import.change({ importId: importId(), n, ...change })
      if (view) show({ ...view, counts })
    },
    async commit(selection) {
      await client.import.commit({ importId: importId(), ...selection })
      show(await client.import.get({ importId: importId() }))
    },
    async undo() {
      const { removed } = await client.import.undo({ importId: importId() })
      setView(undefined)
      return removed
    },
    leave,
  }
}
