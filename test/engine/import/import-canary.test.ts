import { expect, test } from 'vitest'
import { ada, grace, testSession } from '../session-fixture'
import { bytesOf, filePassword, vector } from './file-fixture'

/** A value as it is, and as it would look inside a file that somebody forgot to seal. */
const forms = (secret: string): Buffer[] => [
  Buffer.from(secret),
  Buffer.from(Buffer.from(secret).toString('base64').slice(0, -4)),
  Buffer.from(Buffer.from(secret).toString('hex')),
]

const secrets = [
  ...['kdbx-password', 'kdbx-api-key', 'kdbx-shipping', 'kdbx-token', 'kdbx-nowhere', 'kdbx-binned'],
  ...['bitwarden-password', 'bitwarden-api-key', 'bitwarden-token', 'bitwarden-note', 'env-plain', 'env-last', 'csv-password'],
  ...['csv-formula', 'csv-unclosed', 'csv-headerless'],
].map((name) => `canary-${name}`)

test('what is in an imported file, and its password, are in no view, change, error, log line or file, and only sealed in the vault', async () => {
  const running = await testSession()
  const said: unknown[] = []
  const attempt = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      const result = await work
      said.push(result)
      return result
    } catch (error) {
      said.push({ error: String(error), ...Object(error) })
      return undefined
    }
  }
  const use = () => running.session.useCases.import
  const names = ['kdbx4-argon2d.kdbx', 'bitwarden.json', 'bitwarden-protected-pbkdf2.json', 'settings.env', 'keepassxc.csv']
  const files = [
    ...names.map(vector),
    bytesOf('name,key\na,"canary-csv-unclosed\n'),
    bytesOf('canary-csv-headerless;https://a.example.com\n'),
    bytesOf('{"items":[{"type":"canary-bitwarden-note"}]}'),
    vector('kdbx4-argon2d.kdbx').slice(0, 1500),
  ]
  for (const bytes of files) {
    const view = await attempt(use().upload(ada, { bytes: bytes.slice() }))
    if (view === undefined) continue
    const importId = view.id
    if (view.state === 'password') {
      await attempt(use().open(ada, { importId, password: `${filePassword}!` }))
      await attempt(use().open(ada, { importId, password: filePassword }))
    }
    await attempt(use().choose(ada, { importId, defaults: { ...view.defaults, origins: 'https://default.example.com' } }))
    await attempt(use().entries(ada, { importId, offset: 0, limit: 500 }))
    await attempt(use().entries(grace, { importId, offset: 0, limit: 500 }))
    await attempt(use().change(ada, { importId, n: 0, name: 'Changed', chosen: 1 }))
    await attempt(use().commit(ada, { importId, base: 'ready', also: [], without: [] }))
    await attempt(use().get(ada, { importId }))
    await attempt(use().undo(ada, { importId }))
  }
  const { items } = await running.session.useCases.connection.list(ada, { limit: 200 })
  said.push(items)
  for (const { id } of items) said.push(await running.session.useCases.connection.history(ada, { id, limit: 50 }))
  expect(items.length).toBeGreaterThan(10)
  await running.session.close()

  const everything = [
    Buffer.from(JSON.stringify([said, running.changes, running.logger.lines])),
    ...[...running.files.contents].map(([, bytes]) => Buffer.from(bytes)),
  ]
  // The search is known to work: what is no secret is found.
  expect(everything[0]?.includes('Parts catalogue')).toBe(true)
  for (const secret of [...secrets, filePassword])
    for (const form of forms(secret)) for (const place of everything) expect(place.includes(form), `${form} leaked`).toBe(false)
})
