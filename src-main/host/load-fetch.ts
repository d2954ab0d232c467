import { once } from 'node:events'
import { createServer } from 'node:net'

/** It hangs up at once; this is for a computer where it cannot. */
const PATIENCE_MS = 2_000

/**
 * Node loads what `fetch` consists of when that is first used, all at once: `fetch` itself, then sockets and TLS, which would hold up
 * whatever else the thread is asked for meanwhile. So a port of our own is called, which hangs up. Nothing leaves the process.
 */
export async function loadFetch(): Promise<void> {
  await (await fetch('data:,')).arrayBuffer()
  const server = createServer((socket) => socket.destroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('not a TCP address')
    const call = fetch(`https://127.0.0.1:${address.port}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    // The call is refused in any case: there is no TLS at the other end.
    await Promise.allSettled([call])
  } finally {
    server.close()
  }
}
