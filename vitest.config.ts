import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longest-first.mjs'

/** Tests that start the built program. `npm test` builds first in any case; a bare `vitest` does so for these alone. */
const ofTheBuild = ['test/bundle/**/*.test.ts', 'test/package/**/*.test.ts', 'test/**/*.process.test.ts']
/** Minutes of arithmetic, with a clock of its own: `npm test` runs it beside everything else, in what that leaves of the processors. */
const simulator = ['test/simulator/**/*.test.ts']
/** The same guarantees with many more rounds: `npm run test:long`. */
const long = ['test/**/*.long.test.ts']

/**
 * Rules, stores and the engine over its fakes: they keep no state in a module and replace none, so that the files of a process
 * load them once. Loading them anew for each file took two thirds of what these tests take. A global that one replaces it puts back.
 */
const together = ['domain', 'engine', 'renderer', 'words'].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)
/** Of those, what takes long enough to have a process of its own: whichever processor is free takes the next. */
const apart = [
  'test/engine/connection/refresh/providers-apart.test.ts',
  'test/engine/connection/probe-many.test.ts',
  'test/engine/vault/every-step.test.ts',
  'test/engine/vault/faults/**/*.test.ts',
]

export default defineConfig({
  test: {
    // Ends what hangs, and says nothing of how long a test may take: two shared cores run a real KDF, real servers and real
    // processes at once. Where a time is the guarantee, the test names it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['test/patience.ts'],
    sequence: { sequencer: LongestFirst },
    // One less than there are processors, as usual, but never one alone: a file that waits leaves its processor to another.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/bench/**', ...together, ...ofTheBuild, ...simulator, ...long],
        },
      },
      {
        extends: true,
        test: { name: 'together', isolate: false, include: together, exclude: [...apart, ...ofTheBuild, ...long] },
      },
      { extends: true, test: { name: 'apart', include: apart, exclude: long } },
      { extends: true, test: { name: 'simulator', include: simulator, exclude: long } },
      {
        extends: true,
        test: { name: 'built', include: process.env.NEUROCAD_LONG ? long : ofTheBuild, globalSetup: ['test/bundle/built.ts'] },
      },
    ],
  },
})
