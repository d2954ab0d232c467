import { z } from 'zod'
import { runNodeWords as words } from '../../../../src-shared/words/en/run-node'
import { providerFailure } from '../../oauth/provider-failure'
import { readSlackAnswer } from '../../provider/slack-answer'
import { listChannels, type SlackCall } from '../../provider/slack-channels'
import { slackMeaning } from '../../provider/slack-meaning'
import { refusedBy } from '../run-failure'
import { ownAlone, type Work } from './node-work'
import { anyText, choiceOf, textOf } from './read-params'

/** Messages of one read. */
const MOST_MESSAGES = '100'

const Posted = z.object({ channel: z.string(), ts: z.string() })
const Message = z.looseObject({ ts: z.string(), text: z.string().default('') })
const History = z.object({ messages: z.array(Message) })

/**
 * Posts a message as the bot, reads a channel's newest, or lists channels.
 * Source: https://docs.slack.dev/reference/methods (chat.postMessage, conversations.history, conversations.list)
 * @param apiUrl ends in a slash
 */
export async function slackAction(work: Work, apiUrl: string): Promise<unknown> {
  const { params } = work.node
  const call = callSlack(work, apiUrl)
  const types = channelTypes(work.own?.scopes ?? [])
  switch (choiceOf(params, 'operation', ['post_message', 'read_messages', 'list_channels'])) {
    case 'post_message': {
      const text = anyText(params, 'text') ?? textOf(params, 'text')
      const channel = await channelId(call, types, textOf(params, 'channel'))
      const posted = Posted.safeParse(await call('chat.postMessage', { channel, text })).data
      if (posted === undefined) throw refusedBy('Slack', 'malformed_answer')
      return { channel: posted.channel, ts: posted.ts, text }
    }
    case 'read_messages': {
      const channel = await channelId(call, types, textOf(params, 'channel'))
      const history = History.safeParse(await call('conversations.history', { channel, limit: MOST_MESSAGES })).data
      if (history === undefined) throw refusedBy('Slack', 'malformed_answer')
      return { channel, messages: history.messages }
    }
    case 'list_channels': {
      const { channels, isWhole } = await listChannels(call, types)
      const listed = channels.map(({ id, name, is_member, is_archived }) => ({
        id,
        name,
        isMember: is_member,
        isArchived: is_archived,
      }))
      return { channels: listed, isWhole }
    }
  }
}

/** Private channels need a scope of their own, and without it Slack refuses the whole list. */
const channelTypes = (scopes: readonly string[]): string[] =>
  scopes.includes('groups:read') ? ['public_channel', 'private_channel'] : ['public_channel']

/** An id as it is; a name, with or without its `#`, by the list. */
async function channelId(call: SlackCall, types: readonly string[], given: string): Promise<string> {
  const text = given.trim()
  // Slack writes names in lower case and ids in upper case, so that neither is taken for the other.
  if (/^[CGD][A-Z0-9]{5,}$/.test(text)) return text
  const wanted = text.replace(/^#/, '').toLowerCase()
  const { channels } = await listChannels(call, types, ({ name }) => name === wanted)
  const found = channels.find(({ name }) => name === wanted)
  if (found === undefined)
    throw refusedBy('Slack', 'channel_not_found', { recovery: 'edit_input', message: words.noSuchChannel(text.slice(0, 100)) })
  return found.id
}

function callSlack({ send, doubt }: Work, apiUrl: string): SlackCall {
  return async (method, form) => {
    const body = new URLSearchParams(form).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { status, bytes } = await send({ method: 'POST', url: new URL(method, apiUrl).href, headers, body }, ownAlone)
    if (status === 429 || status >= 500) throw refusedBy('Slack', status === 429 ? 'ratelimited' : `http_${status}`)
    const answer = await readSlackAnswer(new Response(new Uint8Array(bytes)))
    if (answer === undefined) throw refusedBy('Slack', 'malformed_answer')
    if (answer.ok) return answer
    const { providerError = '', recovery } = providerFailure(answer.error).data
    if (slackMeaning(answer.error) === undefined)
      throw refusedBy('Slack', providerError, { recovery: mend(answer.error) ?? recovery })
    await doubt()
    throw refusedBy('Slack', providerError, { recovery: 'reconnect' })
  }
}

const mend = (code: string) =>
  /^(channel|no_text|msg_too_long|invalid_|is_archived|not_in_channel)/.test(code) ? 'edit_input' : undefined
