import { preview } from 'vite'
import { builtHarness } from './build'
import { shared } from './shared-config'

interface Harness {
  origin: string
  close(): Promise<void>
}

/** The page over the fake client, for looking at it with as many connections as one likes. Answers its origin and a way to end it. */
export async function startHarness(port = 0): Promise<Harness> {
  const outDir = await builtHarness()
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port } })
  const address = server.httpServer.address()
  if (typeof address !== 'object' || address === null) throw new Error('The harness has no address.')
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
