import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Part } from './bench'
import { bounded } from './row'

/** What the browser fetches before the first page can be used: the HTML and what it names, fonts aside, gzipped. */
export const firstLoadPart: Part = {
  name: 'first-load',
  measure: async () => {
    const folder = join('out', 'renderer')
    const html = await readFile(join(folder, 'index.html'), 'utf8')
    const named = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => join(folder, path ?? ''))
    const files = await Promise.all([join(folder, 'index.html'), ...named].map((path) => readFile(path)))
    const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0)
    return [bounded('first_load', bytes / 1024, 'KiB', 250, 'before the first page, gzipped, without the font')]
  },
}
