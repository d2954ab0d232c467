import { expect, onTestFinished, test, vi } from 'vitest'
import { approve } from './consent'
import { authorizeUrl, exchange } from './slack-client'
import { temporaryDemo } from './temporary-demo'

// Alone in its file: the emulator decides once, while it loads, whether to print.
test('nothing is printed to standard output, even with the debugging variables of the emulator set', async () => {
  vi.stubEnv('DEBUG', '1')
  vi.stubEnv('EMULATE_DEBUG', '1')
  onTestFinished(() => void vi.unstubAllEnvs())
  const write = vi.spyOn(process.stdout, 'write')
  const log = vi.spyOn(console, 'log')

  const { platform } = await temporaryDemo()
  expect(await exchange(platform, await approve(authorizeUrl(platform)))).toMatchObject({ ok: true })

  expect(log).not.toHaveBeenCalled()
  expect(write).not.toHaveBeenCalled()
  expect(process.env.DEBUG).toBe('1')
})
