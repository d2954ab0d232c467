import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { expect, onTestFinished, test } from 'vitest'
import { receiveFolders } from '../../../src-main/host/receive-folders'
import { patternContent } from '../../demo/temporary-session-manager'
import { ada, receivingSession } from './inbox-fixture'

const MIB = 1024 * 1024

test('1 GiB is received with under 100 MiB of extra memory, the session manager’s own included', {
  timeout: 600_000,
}, async () => {
  const usualFolder = await realpath(await mkdtemp(join(tmpdir(), 'connect-large-')))
  onTestFinished(() => rm(usualFolder, { recursive: true }))
  const receiving = await receivingSession({ realFolders: { folders: receiveFolders, usualFolder } })
  await receiving.session.useCases.settings.update(ada, { receiveLimitMiB: 1024 })
  // Once, so that what is loaded and grown for any file is there before.
  const warm = await receiving.manager.deliver({ subject: 'ada', name: 'warm', kind: 'step' }, patternContent(32 * MIB))
  await receiving.manager.settled(warm.id)

  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  onTestFinished(() => clearInterval(watch))
  const { id, sha256 } = await receiving.manager.deliver(
    { subject: 'ada', name: 'large', kind: 'step' },
    patternContent(1024 * MIB),
  )
  expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  expect((peak - before) / MIB).toBeLessThan(100)

  const hash = createHash('sha256')
  await pipeline(createReadStream(join(usualFolder, 'large')), hash)
  expect(hash.digest('hex')).toBe(sha256)
})
