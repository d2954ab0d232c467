import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { testServer } from './test-server'

async function builtRenderer() {
  const parent = await mkdtemp(join(tmpdir(), 'connect-pages-'))
  onTestFinished(() => rm(parent, { recursive: true }))
  const folder = join(parent, 'renderer')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Connect</title>')
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(folder, 'assets', 'index-4f3a.js'), 'export {}')
  await writeFile(join(parent, 'secret.txt'), 'not for anyone')
  return folder
}

const get = { token: '' }

test('every page address gives the page, with a policy that lets it run only its own files', async () => {
  const { call } = await testServer({ rendererFolder: await builtRenderer() })
  for (const path of [
    '/',
    '/connect',
    '/connect/provider/slackApi',
    '/connect/cred_1',
    '/settings',
    '/settings/clients',
    '/attention',
    '/connections',
    '/recipes',
    '/recipes/recipe_1',
    '/runs',
    '/runs/run_1',
    '/grants',
    '/inbox',
  ]) {
    const { status, headers, text } = await call('GET', path, get)
    expect([path, status, headers.get('Cache-Control')]).toEqual([path, 200, 'no-cache'])
    expect(text).toContain('<title>Connect</title>')
    const policy = headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe')
  }
})

test('files with a hash in their name are kept for good, others are asked for again', async () => {
  const { call } = await testServer({ rendererFolder: await builtRenderer() })
  const script = await call('GET', '/assets/index-4f3a.js', get)
  expect([script.status, script.headers.get('Cache-Control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(script.headers.get('Content-Type')).toContain('javascript')
  expect((await call('GET', '/icon.svg', get)).headers.get('Cache-Control')).toBe('no-cache')
  expect((await call('HEAD', '/assets/index-4f3a.js', get)).status).toBe(200)
})

test('what is not there is 404 and not remembered, and nothing outside the folder is there', async () => {
  const { raw, call } = await testServer({ rendererFolder: await builtRenderer() })
  for (const path of [
    '/assets/gone.js',
    '/gone.png',
    '/secret.txt',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%5c..%5csecret.txt',
  ]) {
    const { status, text } = await raw('GET', path, {})
    expect([path, status]).toEqual([path, 404])
    expect(text).not.toContain('not for anyone')
  }
  expect((await call('GET', '/assets/gone.js', get)).headers.get('Cache-Control')).toBe('no-store')
})

test('a page that was not built says what to run', async () => {
  const { call } = await testServer()
  const { status, text } = await call('GET', '/', get)
  expect([status, text]).toEqual([503, expect.stringContaining('npm run build')])
})
