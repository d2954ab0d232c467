import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'

/** The page over the fake client, for looking at it with as many connections as one likes. Answers its origin and a way to end it. */
export async function startHarness(port = 0): Promise<{ origin: string; close(): Promise<void> }> {
  const root = resolve(import.meta.dirname)
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'spa',
    plugins: [react(), tailwindcss()],
    server: { host: '127.0.0.1', port, fs: { allow: [resolve(root, '../../..')] } },
    // Found before the first page, so that no reload interrupts it.
    optimizeDeps: { entries: [resolve(root, 'main.tsx')] },
  })
  await server.listen()
  const address = server.httpServer?.address()
  if (typeof address !== 'object' || address === null) throw new Error('The harness has no address.')
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
