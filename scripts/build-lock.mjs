// One build at a time: two starts of a fresh clone would otherwise empty each other's output folder.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './root.mjs'

const file = join(root, 'node_modules', '.cache', 'neurocad-build.pid')

/**
 * @template T
 * @param {() => Promise<T>} work
 */
export async function alone(work) {
  mkdirSync(dirname(file), { recursive: true })
  while (!take()) await wait(100)
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!holderLives()) rmSync(file, { force: true })
    return false
  }
}

/** A killed build leaves its file behind. */
function holderLives() {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}
