import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parentFolder, spawnServe } from './serve-process'

const password = 'correct horse battery staple'

/** A vault that `serve` itself has made, closed again. */
async function madeVault() {
  const data = join(await parentFolder(), 'data')
  const { child, ready, ended } = spawnServe('--data', data, '--no-open', '--json')
  const { api, tokenFile } = await ready()
  const token = (await readFile(tokenFile, 'utf8')).trim()
  const made = await fetch(`${api}/vault`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ password }),
  })
  expect(made.status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  return data
}

async function check(data: string, typed: string, ...more: string[]) {
  const { child, ended, output } = spawnServe('--check', '--data', data, ...more)
  child.stdin.end(typed)
  return { code: await ended, ...output }
}

test('a vault is verified from standard input: 0 and one line of JSON when whole, 6 and where when not, and the anchor agrees', async () => {
  const data = await madeVault()
  const whole = await check(data, `${password}\n`, '--json')
  expect([whole.code, whole.stderr]).toEqual([0, ''])
  expect(whole.stdout.trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(whole.stdout)).toMatchObject({ event: 'checked', whole: true, problems: [], anchor: 'agrees' })
  expect((await check(data, 'not it\n')).code).toBe(8)

  const journal = await readFile(join(data, 'journal-1'))
  journal[100] = (journal[100] ?? 0) ^ 1
  await writeFile(join(data, 'journal-1'), journal)
  const damaged = await check(data, password)
  expect(damaged.code).toBe(6)
  expect(damaged.stdout).toContain('journal-1')
  expect(damaged.stdout + damaged.stderr).not.toContain(password)
})

test('a vault that a server has is refused with 3, an argument is not taken for a password, and a folder without one stays empty', async () => {
  const data = join(await parentFolder(), 'data')
  const { ready } = spawnServe('--data', data, '--no-open', '--json')
  await ready()
  expect((await check(data, password)).code).toBe(3)
  expect((await check(data, password, password)).code).toBe(2)
  const empty = join(await parentFolder(), 'empty')
  await mkdir(empty)
  expect((await check(empty, password)).code).toBe(5)
  expect(await readdir(empty)).toEqual([])
})
