import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerFromApp, fileFor } from '../../src-main/shell/app-protocol'

const root = join('/', 'opt', 'app', 'renderer')

describe('the file an address names', () => {
  test('is the one document for the page itself and for each of its routes', () => {
    for (const path of ['', '/', '/connect', '/connect/provider/slackApi', '/connect?query=a.b#part'])
      expect(fileFor(root, `app://neurocad${path}`)).toBe(join(root, 'index.html'))
  })

  test('is the built file for an address with an extension', () => {
    expect(fileFor(root, 'app://neurocad/assets/index-a1b2.js')).toBe(join(root, 'assets', 'index-a1b2.js'))
  })

  test('is none when the address climbs out, however the climbing is written', () => {
    const climbing = [
      '/assets/..%2f..%2fsecret.html',
      '/..%2F..%2F..%2Fetc%2Fpasswd.html',
      '/%2e%2e%2f%2e%2e%2fsecret.js',
      '/assets/..%5c..%5csecret.js',
      '/assets\\..\\..\\secret.js',
      '/index.html%00.js',
      '/%E0%A4%A.js',
    ]
    for (const path of climbing) expect(fileFor(root, `app://neurocad${path}`), path).toBeUndefined()
  })

  test('is none at another host, scheme or user', () => {
    for (const address of ['app://other/index.html', 'https://neurocad/index.html', 'app://me@neurocad/index.html', 'nonsense'])
      expect(fileFor(root, address), address).toBeUndefined()
  })

  test('is inside the folder or none, for any path', () => {
    const piece = fc.constantFrom('..', '%2e%2e', '%2f', '%5c', '/', '\\', 'a', '.js', '%', '%00', '.')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = fileFor(root, `app://neurocad/${pieces.join('')}`)
        expect(file === undefined || file.startsWith(join(root, '/'))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('an answer to the page', () => {
  let folder: string
  let built: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'neurocad-app-'))
    built = join(folder, 'renderer')
    await mkdir(built)
    await writeFile(join(built, 'index.html'), '<!doctype html>page')
    await writeFile(join(built, 'notes.md'), 'not part of the page')
    await writeFile(join(folder, 'secret.html'), 'outside')
  })
  afterAll(() => rm(folder, { recursive: true }))

  const get = (path: string, method = 'GET') => answerFromApp(built, { method, url: `app://neurocad${path}` })

  test('carries the content policy, its type, and no sniffing', async () => {
    const answer = await get('/connect')
    expect(await answer.text()).toBe('<!doctype html>page')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })

  test('is 404 for what is missing, outside, or of no known type', async () => {
    for (const path of ['/absent.js', '/..%2fsecret.html', '/notes.md']) expect((await get(path)).status, path).toBe(404)
  })

  test('is 405 for anything but GET', async () => {
    expect((await get('/', 'POST')).status).toBe(405)
  })
})
