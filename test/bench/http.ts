import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Part } from './bench'
import { interleave, median } from './measure'
import { bounded, relative } from './row'
import { Served } from './served'

/** How soon `serve` is ready, and what a call costs through HTTP. */
export const httpPart: Part = {
  name: 'http',
  measure: async ({ folder, vaults }) => {
    const { folder: data } = await vaults.copy(10_000, join(folder, 'data'))
    const start = await interleave(5, {
      serve: async () => (await Served.start(data)).stop(),
      node: async () => {
        await once(spawn(process.execPath, ['-e', '0']), 'exit')
      },
    })
    const served = await Served.start(data)
    await served.unlock()
    const get = (path: string) => () => served.client.text('GET', path)
    const calls = { list: get('/connect/connections'), directory: get('/connect/directory'), health: get('/health') }
    // A program that is in use, not one that was just started.
    await interleave(100, calls)
    const times = await interleave(200, calls)
    await served.stop()
    const ready = median(start.serve)
    return [
      relative('cold_start', ready, 'ms', median(start.node), 'Node starting and ending'),
      bounded('list_50_over_http', median(times.list), 'ms', 2, 'a page of 50 of 10,000'),
      bounded('directory_over_http', median(times.directory), 'ms', 2, 'the directory of 10,000'),
      bounded('health_over_http', median(times.health), 'ms', 1, '`GET /api/health`'),
    ]
  },
}
