// In which order Vitest takes the test files. A fresh clone knows no times, and Vitest would go by their sizes.
import { BaseSequencer } from 'vitest/node'

/** Files that take minutes, or wait for other processes. One that comes last keeps one processor busy, and leaves the other idle. */
const long = [
  'test/simulator/schedules-1.test.ts',
  'test/simulator/schedules-2.test.ts',
  'test/engine/connection/refresh/providers-apart.test.ts',
  'test/electron/mutations/mutations.process.test.ts',
  'test/engine/vault/every-step.test.ts',
  'test/survival/memory.process.test.ts',
  'test/engine/connection/probe-many.test.ts',
  'test/survival/kill.process.test.ts',
]

/** @param {import('vitest/node').TestSpecification} file */
function rank({ moduleId }) {
  const place = long.findIndex((name) => moduleId.endsWith(name))
  return place < 0 ? long.length : place
}

export class LongestFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}
