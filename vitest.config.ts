import { defineConfig } from 'vitest/config'

/** Unit and integration tests. Those of the built program say so by living in `test/bundle`; the build is made once, before. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**', 'test/long/**'],
    globalSetup: ['test/bundle/built.ts'],
    environment: 'node',
    // A container with two cores runs a real KDF, real servers and real processes at once.
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
