import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.mjs'
import { installed } from './scripts/desktop.mjs'
import type { WorkerFixtures } from './test/e2e/fixtures'

/** Pages without a window of the program: what only a browser is shown, and the page over a fake client. */
const inBrowser = ['serve/**', 'fake-client/**']
/** What the stand-in alone can tell: what went through the shell, and what a page gets that is not the program's. */
const onStandIn = ['desktop/standin/**']

/**
 * What no driver can differ in, since the client's two ways to the engine are compared elsewhere: what the page does with the
 * contract's answers, and what the engine decides. `npm test` tries it under the first driver; `npm run test:e2e` under all.
 */
const samePageAndEngine = [
  'another-account.spec.ts',
  'attention.spec.ts',
  'diagnose.spec.ts',
  'every-provider-breaks.spec.ts',
  'managed-types.spec.ts',
  'many-served.spec.ts',
  'other-types.spec.ts',
  'palette.spec.ts',
  'passport-is-private.spec.ts',
  'recipes.spec.ts',
  'reconnect-and-remove.spec.ts',
  'recovery.spec.ts',
  'rotate-and-export.spec.ts',
  // The desktop's own are in `desktop/engine-killed.spec.ts`.
  'survives-a-crash.spec.ts',
]
/** Specs are found by the end of their path. */
const once = process.env.NEUROCAD_E2E_ONCE ? samePageAndEngine.map((name) => `**/e2e/${name}`) : []

/** End to end: the built program as people start it. Nothing is retried: a flaky test is a defect. */
export default defineConfig<object, WorkerFixtures>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Each test has a program, a data folder and ports of its own, so that files run side by side.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Both end what hangs. Where a time is the guarantee, the spec names it. Elsewhere a busy machine is no failure.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    // Recording each step of each page takes a good part of the run, to be thrown away where nothing failed.
    trace: process.env.NEUROCAD_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: await findChromium(),
      args: [
        // Chromium's own sandbox refuses to run as root, which is what containers are.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    {
      name: 'serve',
      testIgnore: ['desktop/**', ...(process.env.NEUROCAD_LONG ? [] : ['fake-client/words.spec.ts'])],
      use: { driverName: 'serve' },
    },
    { name: 'desktop', testIgnore: [...inBrowser, ...once], use: { driverName: 'desktop' } },
    ...(installed() === undefined
      ? []
      : [{ name: 'electron', testIgnore: [...inBrowser, ...onStandIn], use: { driverName: 'electron' as const } }]),
  ],
})
