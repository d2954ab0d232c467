import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../engine/port'
import { demoReceiveFolder } from './surroundings/demo-surroundings'
import type { Surroundings } from './surroundings/surroundings'

/** A shell says it at once. */
const PATIENCE_MS = 1000

interface Parts {
  demo: boolean
  /** Absolute. */
  dataFolder: string
  clock: Pick<Clock, 'after'>
}

/**
 * Where received files go while the owner has chosen no folder. Asked while a vault is opened, which no shell may hold up or hinder: where
 * none says it, it is where most systems have it. A demo has a folder of its own, and need not ask.
 */
export async function usualReceiveFolder(surroundings: Pick<Surroundings, 'facts'>, parts: Parts): Promise<string> {
  if (parts.demo) return demoReceiveFolder(parts.dataFolder)
  const usual = join(homedir(), 'Downloads')
  return new Promise((resolve) => {
    const giveUp = parts.clock.after(PATIENCE_MS, () => resolve(usual))
    const said = surroundings.facts().then(
      ({ downloads }) => downloads,
      () => usual,
    )
    void said.then((folder) => {
      giveUp()
      resolve(folder)
    })
  })
}
