import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { UtilityProcess } from './utility-process'

/** The built engine of a demo, with its vault open, in a shell that its links come to. */
export async function startDemoEngine() {
  const parent = mkdtempSync(join(tmpdir(), 'neurocad-desktop-'))
  const engine = new UtilityProcess({ NEUROCAD_DATA: join(parent, 'vault'), NEUROCAD_DEMO: '1', NEUROCAD_JSON: '1' })
  onTestFinished(async () => {
    await engine.stop()
    rmSync(parent, { recursive: true })
  })
  engine.answers['scheme.status'] = { registered: true, detail: 'Links come here.' }
  const ready = await vi.waitFor(() => JSON.parse(engine.printed), { timeout: 20_000 })
  return { engine, ready, client: engine.connect(), folder: join(parent, 'vault') }
}
