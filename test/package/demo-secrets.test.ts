import { join } from 'node:path'
import { extractFile } from '@electron/asar'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { demoAccounts, startDemoPlatform } from '../../src-demo'
import { launchDesktop } from '../electron/harness/launch-desktop'
import { type Packed, packApplication } from './packed'

let packed: Packed
beforeAll(async () => {
  packed = await packApplication()
})
afterAll(() => packed.remove())

const isSecret = (name: string) => /secret|password|privateKey/i.test(name)

/** The secrets of a demo that the packed application makes: of its ready line, and of the apps it enters and is given. */
async function secretsOfDemo(): Promise<Map<string, string>> {
  const args = ['--demo', '--json', '--data', packed.dataFolder]
  const desktop = await launchDesktop({ root: packed.extract(), packaged: true, args })
  const line = await vi
    .waitFor(() => expect(desktop.output).toMatch(/^\{"event":"ready".*\}$/m), { timeout: 60_000 })
    .then(() => /^\{"event":"ready".*\}$/m.exec(desktop.output)?.[0] ?? '')
    .finally(() => desktop.close())
  const { demo }: { demo: object } = JSON.parse(line)
  const secrets = new Map(Object.entries(demo).filter(([name]) => isSecret(name)))
  // The platform itself, on the folder that the application made.
  const folder = join(packed.dataFolder, 'demo')
  const actors = Object.values(demoAccounts)
  const platform = await startDemoPlatform({ folder, origins: ['http://127.0.0.1:59999'], actors, vaultExists: true })
  await platform.close()
  for (const [type, fields] of Object.entries({ ...platform.firstApps, ...platform.operator }))
    for (const [name, value] of Object.entries(fields)) if (isSecret(name)) secrets.set(`${type} ${name}`, String(value))
  expect(platform.vaultPassword).toBe(secrets.get('vaultPassword'))
  return secrets
}

test('nothing that is secret of a demo is in any file of the package', { timeout: 120_000 }, async () => {
  const secrets = await secretsOfDemo()
  expect([...secrets.keys()].sort()).toEqual([
    'githubApi clientSecret',
    'githubApi privateKey',
    'githubApi signingSecret',
    'githubWebhookSecret',
    'googleApi clientSecret',
    'linearApi clientSecret',
    'microsoftApi clientSecret',
    'oktaApi clientSecret',
    'serviceApi clientSecret',
    'slackApi clientSecret',
    'slackApi signingSecret',
    'slackSigningSecret',
    'vaultPassword',
  ])
  for (const [name, secret] of secrets) expect(secret.length, name).toBeGreaterThan(15)
  for (const file of packed.files) {
    const content = extractFile(packed.archive, file)
    const found = [...secrets].filter(([, secret]) => content.includes(secret)).map(([name]) => name)
    expect(found, file).toEqual([])
  }
})

test('no file of the package has a private key, or anything that says it is no real secret', () => {
  for (const file of packed.files) {
    const content = extractFile(packed.archive, file).toString('latin1')
    expect(content.match(/-----BEGIN [A-Z ]*PRIVATE KEY-----(\s|\\[nr])*[A-Za-z0-9+/=]{40}/)?.[0], file).toBeUndefined()
    expect(content.includes('not-a-real-one'), file).toBe(false)
  }
})
