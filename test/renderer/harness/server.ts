import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { build, createServer, type InlineConfig, type PreviewServer, preview, type ViteDevServer } from 'vite'

const root = resolve(import.meta.dirname)
const shared: InlineConfig = {
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'spa',
  plugins: [react(), tailwindcss()],
}

interface Harness {
  origin: string
  close(): Promise<void>
}

/** The page over the fake client, for looking at it with as many connections as one likes. Answers its origin and a way to end it. */
export async function startHarness(port = 0): Promise<Harness> {
  const server = await createServer({
    ...shared,
    server: { host: '127.0.0.1', port, fs: { allow: [resolve(root, '../../..')] } },
    // Found before the first page, so that no reload interrupts it.
    optimizeDeps: { entries: [resolve(root, 'main.tsx')] },
  })
  await server.listen()
  return { origin: originOf(server), close: () => server.close() }
}

/** The same, built once: for tests that open it very often. React still says what it says in development. */
export async function startBuiltHarness(): Promise<Harness> {
  const outDir = await mkdtemp(join(tmpdir(), 'connect-harness-'))
  await build({
    ...shared,
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { outDir, emptyOutDir: true, minify: false, target: 'es2023' },
  })
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  return {
    origin: originOf(server),
    async close() {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}

function originOf({ httpServer }: ViteDevServer | PreviewServer): string {
  const address = httpServer?.address()
  if (typeof address !== 'object' || address === null) throw new Error('The harness has no address.')
  return `http://127.0.0.1:${address.port}`
}
