import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallContext } from '../../../src-main/engine/engine'
import { approve } from '../../demo/consent'
import { ada } from './engine-fixture'
import { type PassportEngine, passportType, startPassportEngine } from './passport-fixture'

const link = `neurocad://oauth/callback/${passportType}`
const withLinks: CallContext = { ...ada, deepLinks: true }
const withoutPort: CallContext = { ...withLinks, callbackOrigin: null }
const nowhere: CallContext = { ...ada, callbackOrigin: null }

let running: PassportEngine
beforeAll(async () => {
  running = await startPassportEngine()
})
afterAll(() => running.stop())

const add = (context: CallContext, type: 'slackApi' | typeof passportType = passportType) =>
  running.engine.useCases.authorization.add(context, { type })
const redirectOf = (authorizationUrl: string) => new URL(authorizationUrl).searchParams.get('redirect_uri')
const prefer = (callbackBy: 'loopback' | 'deep_link') => running.engine.useCases.settings.update(ada, { callbackBy })

describe('a provider that takes both', () => {
  test('is asked to answer as the owner chose, where that comes here', async () => {
    await prefer('deep_link')
    const byLink = await add(withLinks)
    expect([byLink.transport, redirectOf(byLink.authorizationUrl)]).toEqual(['deep_link', link])
    await prefer('loopback')
    const byPort = await add(withLinks)
    expect(byPort.transport).toBe('loopback')
    expect(redirectOf(byPort.authorizationUrl)).toBe(`${ada.callbackOrigin}/api/${passportType}/oauth/callback`)
  })

  test('is asked for the other where no port could be opened, or links go elsewhere', async () => {
    expect(await add(withoutPort)).toMatchObject({ transport: 'deep_link' })
    await prefer('deep_link')
    expect(await add(ada)).toMatchObject({ transport: 'loopback' })
    await prefer('loopback')
  })
})

test('where nothing that a provider takes comes here, nobody is sent to it', async () => {
  for (const [context, type] of [
    [nowhere, passportType],
    [withoutPort, 'slackApi'],
  ] as const)
    await expect(add(context, type), type).rejects.toMatchObject({ code: 'CALLBACK_UNREACHABLE' })
})

test('a link that opened nothing can be pasted, and belongs to its own authorization alone', async () => {
  const { authorizationUrl, authorizationId: id } = await add(withoutPort)
  const { paste } = running.engine.useCases.authorization
  const url = await approve(authorizationUrl)
  expect(url.startsWith(`${link}?`)).toBe(true)
  for (const other of ['neurocad://elsewhere/callback', 'evil://oauth/callback', 'https://oauth/callback'])
    await expect(paste(ada, { id, url: url.replace('neurocad://oauth/callback', other) }), other).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  expect(await paste(ada, { id, url })).toMatchObject({ status: 'completed' })
})

test('each type that a provider is asked about is told with the way its answer takes, and why', async () => {
  const told = async (context: CallContext) => {
    const transports = await running.engine.useCases.callback.transports(context, undefined)
    return Object.fromEntries(transports.map(({ type, transport, why }) => [type, `${transport}: ${why}`]))
  }
  expect(await told(withLinks)).toMatchObject({
    slackApi: expect.stringMatching(/^loopback: Slack answers at a loopback address/),
    [passportType]: expect.stringMatching(/^loopback: Neurocad Passport takes both, and this is what you chose/),
  })
  expect(await told(withoutPort)).toMatchObject({
    slackApi: expect.stringMatching(/^loopback: .*no port of this computer could be opened/),
    [passportType]: expect.stringMatching(/^deep_link: .*No port of this computer/),
  })
  await prefer('deep_link')
  expect(await told(ada)).toMatchObject({ [passportType]: expect.stringMatching(/^loopback: .*links of this computer do not/) })
  await prefer('loopback')
  for (const type of ['webhook_source', 'genericApiKey', 'serviceApi']) expect(await told(ada)).not.toHaveProperty(type)
})

test('an app with a redirect page of its own is said to be answered there', async () => {
  const app = { type: 'slackApi', clientId: '1.2', clientSecret: 's', redirectUri: 'https://example.org/slack' } as const
  await running.engine.useCases.providerApp.set(ada, app)
  const transports = await running.engine.useCases.callback.transports(withLinks, undefined)
  expect(transports.find(({ type }) => type === 'slackApi')).toMatchObject({ transport: 'paste' })
})
