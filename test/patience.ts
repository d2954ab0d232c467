import { vi } from 'vitest'

// Vitest gives up after a second, which a busy machine may need for anything. As with a test's own time, this ends what hangs;
// where a time is the guarantee, the test names it.
const { waitFor } = vi
vi.waitFor = (callback, options = 60_000) => waitFor(callback, options)
