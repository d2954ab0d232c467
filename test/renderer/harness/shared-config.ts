import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'

const root = resolve(import.meta.dirname)

/** Of the page over the fake client, however it is served. */
export const shared: InlineConfig = {
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'spa',
  plugins: [react(), tailwindcss()],
}
