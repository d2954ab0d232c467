import { mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { receiveFolders } from '../../../src-main/host/receive-folders'
import { bytesOf, patternContent } from '../../demo/temporary-session-manager'
import { ada, receivingSession } from './inbox-fixture'

async function disk() {
  const outside = await realpath(await mkdtemp(join(tmpdir(), 'connect-inbox-')))
  onTestFinished(() => rm(outside, { recursive: true }))
  await writeFile(join(outside, 'victim'), 'victim')
  const usualFolder = join(outside, 'received')
  const receiving = await receivingSession({ realFolders: { folders: receiveFolders, usualFolder } })
  return { outside, usualFolder, receiving }
}

test('hostile names land as plain names in the folder, and nothing else is on the disk', async () => {
  const { outside, usualFolder, receiving } = await disk()
  const content = patternContent(100_000)
  const hostile = [
    '../victim',
    '/tmp/absolute',
    'a/../../victim',
    '..\\victim',
    'NUL',
    'x\0.exe',
    '\u202Ereversed',
    'é'.repeat(300),
    '.hidden',
  ]
  for (const name of hostile) {
    const { id } = await receiving.manager.deliver({ subject: 'ada', name, kind: 'step' }, content)
    expect(await receiving.manager.settled(id), name).toMatchObject({ state: 'acknowledged' })
  }
  const names = ['victim', 'absolute', 'victim (2)', 'victim (3)', '_NUL', 'x.exe', 'reversed', 'é'.repeat(127), 'hidden']
  expect((await readdir(usualFolder)).sort()).toEqual([...names].sort())
  for (const name of names) expect((await bytesOf(content)).equals(await readFile(join(usualFolder, name)))).toBe(true)
  expect((await readdir(outside)).sort()).toEqual(['received', 'victim'])
  expect(await readFile(join(outside, 'victim'), 'utf8')).toBe('victim')
})

test('a link that was laid in the part’s place redirects nothing', async () => {
  const { outside, usualFolder, receiving } = await disk()
  receiving.manager.misbehave.stallAt = 64 * 1024
  const content = patternContent(128 * 1024)
  const { id } = await receiving.manager.deliver({ subject: 'ada', name: 'part', kind: 'step' }, content)
  const { id: delivery } = await receiving.delivery('receiving')
  await receiving.session.close()
  const part = join(usualFolder, `.${delivery}.part`)
  await rm(part, { force: true })
  await symlink(join(outside, 'victim'), part)
  receiving.manager.misbehave.stallAt = null
  await receiving.reopen()
  expect(await receiving.manager.settled(id)).toMatchObject({ state: 'acknowledged' })
  expect(await readdir(usualFolder)).toEqual(['part'])
  expect(await readFile(join(outside, 'victim'), 'utf8')).toBe('victim')
})

test('a deleted delivery takes its own file along, and nothing that a link in its place leads to', async () => {
  const { outside, usualFolder, receiving } = await disk()
  const content = { size: 6, open: () => [Buffer.from('victim')] as unknown as AsyncIterable<Uint8Array> }
  for (const name of ['one', 'two']) {
    const { id } = await receiving.manager.deliver({ subject: 'ada', name, kind: 'step' }, content)
    await receiving.manager.settled(id)
  }
  await rm(join(usualFolder, 'two'))
  await symlink(join(outside, 'victim'), join(usualFolder, 'two'))
  for (const { id } of await receiving.list()) await receiving.session.useCases.inbox.remove(ada, { id })
  expect(await readdir(usualFolder)).toEqual(['two'])
  expect(await readFile(join(outside, 'victim'), 'utf8')).toBe('victim')
})
