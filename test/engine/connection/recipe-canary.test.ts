import { expect, test } from 'vitest'
import { jsonServer } from '../oauth/local-server'
import { leaks, misplaced } from './canary-leaks'
import { goThroughRecipes } from './canary-recipes'
import { me, startCanary } from './canary-run'
import { idOf } from './passport-fixture'

test('no secret that a run uses is in its data, in anything else that is told, or in a request that is not its own', async () => {
  const run = await startCanary()
  run.listen()
  const { secrets, declared, demo, engine, attempt } = run
  const connect = async (type: 'slackApi' | 'githubApi' | 'neurocadUserIdentityApi') => {
    const ended = await run.authorize(type)
    if (ended === undefined) throw new Error(`${type} was not connected`)
    return idOf(ended)
  }
  const ids = {
    slack: await connect('slackApi'),
    github: await connect('githubApi'),
    passport: await connect('neurocadUserIdentityApi'),
  }
  const { url } = await jsonServer({ fine: true })
  const placements: (Record<string, string> & { key: string })[] = [
    { key: 'key-behind-bearer', placement: 'header' },
    { key: 'key-in-a-header', placement: 'header', parameter: 'x-key' },
    { key: 'key-in-the-address', placement: 'query', parameter: 'k' },
    { key: 'key-as/a+password', placement: 'basic', parameter: 'parts' },
  ]
  for (const fields of placements) {
    secrets.add('API key', fields.key, url)
    await attempt(
      engine.useCases.connection.create(me, { type: 'genericApiKey', fields: { label: 'Parts', origins: url, ...fields } }),
    )
  }
  declared.push({ secret: 'key-in-a-header', header: 'x-key' }, { secret: 'key-in-the-address', query: 'k' })
  secrets.add('client secret', String(Object(demo.operator?.serviceApi).clientSecret), demo.urls.platform)
  const content = JSON.stringify({ format: 1, ...demo.operator })
  await attempt(engine.useCases.operator.provision(me, { kind: 'content', content, trusted: true }))

  await goThroughRecipes(run, ids)
  await engine.lock()

  const found = ['access token', 'identity token', 'installation token', 'M2M token', 'API key'] as const
  expect(Object.keys(secrets.counts()), 'there is a secret of every kind to look for').toEqual(expect.arrayContaining([...found]))
  const places = run.places()
  expect(places.filter(({ content }) => content.includes('Larkspur')).map(({ name }) => name)).toContain('a change')
  expect(leaks(secrets, places)).toEqual([])
  expect(misplaced(secrets, run.network.sent, declared)).toEqual([])
  await run.stop()
}, 60_000)
