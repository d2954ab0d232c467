import { expect, test } from 'vitest'
import { approve, consentButton } from './consent'
import { authorizeUrl, callSlack, exchange } from './slack-client'
import { sharedDemo } from './temporary-demo'

const shared = sharedDemo()

/** What the engine asks for. */
const scope = 'channels:history,channels:read,chat:write,groups:read'

const tokenFor = async (button?: string): Promise<string> => {
  const { platform } = shared()
  const { access_token: token = '' } = await exchange(platform, await approve(authorizeUrl(platform, { scope }), button))
  return token
}

interface Channel {
  id: string
  name: string
  is_member: boolean
}
interface Answer {
  ok: boolean
  error?: string
  channel?: string
  channels?: Channel[]
  messages?: { text: string; user: string; ts: string }[]
}
const call = async (token: string, method: string, form: Record<string, string> = {}): Promise<Answer> =>
  callSlack(shared().platform, method, { token, form })

test('each workspace has a channel for recipes, which the bot is in where somebody has invited it', async () => {
  const channels = async (button?: string) => {
    const { channels: listed = [] } = await call(await tokenFor(button), 'conversations.list')
    return listed.map(({ id, name, is_member: isMember }) => `${id} ${name} ${isMember}`)
  }
  const usual = ['C000000001 general false', 'C000000002 random false']
  expect(await channels()).toEqual([...usual, 'C0HARDWARE hardware true'])
  expect(await channels(consentButton.secondWorkspace)).toEqual([...usual, 'C0HARDWARE hardware false'])
})

test('what the bot posts is in that channel when it is read back, by whoever asks, and on Slack’s own page', async () => {
  const token = await tokenFor()
  const posted = await call(token, 'chat.postMessage', { channel: 'C0HARDWARE', text: 'Ripple on <the> rail' })
  expect(posted).toMatchObject({ ok: true, channel: 'C0HARDWARE' })
  const { messages = [] } = await call(await tokenFor(), 'conversations.history', { channel: 'C0HARDWARE' })
  expect(messages).toMatchObject([{ text: 'Ripple on <the> rail', user: 'U0DEMOBOT1' }])
  const elsewhere = await call(await tokenFor(consentButton.secondWorkspace), 'conversations.history', { channel: 'C0HARDWARE' })
  expect(elsewhere).toMatchObject({ ok: true, messages: [] })
  expect(await call(token, 'chat.postMessage', { channel: 'C0NOSUCH', text: 'x' })).toMatchObject({ error: 'channel_not_found' })
  const page = await fetch(shared().platform.urls.slack)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await page.text()).toContain('Neurocad Connect: Ripple on &lt;the&gt; rail')
})
