import type { Writable } from 'node:stream'
import { checkWords } from '../../../src-shared/words/en/check'
import type { ReadProgress } from '../../engine/upkeep/read-everything'
import { systemClock } from '../system-clock'

const EVERY_MS = 100

/** One line of a terminal that says how far it is, and goes when it is done. Nothing where nobody looks. */
export function progressLine(terminal: Writable, isShown: boolean): ReadProgress {
  let last = Number.NEGATIVE_INFINITY
  return (done, of) => {
    if (!isShown) return
    if (done === of) {
      terminal.write('\r\u001b[K')
      return
    }
    if (systemClock.monotonic() - last < EVERY_MS) return
    last = systemClock.monotonic()
    terminal.write(`\r\u001b[K${checkWords.reading(done, of)}`)
  }
}
