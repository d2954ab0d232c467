import { z } from 'zod'
import { providerFailure } from '../oauth/provider-failure'

/** Calls a Web API method with the connection's token. */
export type SlackCall = (method: string, form: Record<string, string>) => Promise<Record<string, unknown>>

/** A public channel, or a private one that the bot is in. Source: https://docs.slack.dev/reference/objects/conversation-object */
const SlackChannel = z.object({
  id: z.string(),
  name: z.string(),
  is_member: z.boolean(),
  is_archived: z.boolean().default(false),
})
export type SlackChannel = z.infer<typeof SlackChannel>

const ChannelPage = z.object({
  channels: z.array(SlackChannel),
  response_metadata: z.object({ next_cursor: z.string().default('') }).optional(),
})

/** The most that Slack gives at once, and how many times it is asked: it takes about 20 of these a minute. */
const PAGE = '1000'
const MOST_PAGES = 10

export interface ChannelList {
  channels: SlackChannel[]
  /** False where there are more than were asked for. */
  isWhole: boolean
}

/**
 * The channels the bot may know of, up to 10,000; no further than to one that is `enough`.
 * Source: https://docs.slack.dev/reference/methods/conversations.list
 * @param types `public_channel`, `private_channel`: each needs its scope
 */
export async function listChannels(
  call: SlackCall,
  types: readonly string[],
  enough: (channel: SlackChannel) => boolean = () => false,
): Promise<ChannelList> {
  const channels: SlackChannel[] = []
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page++) {
    const form = { types: types.join(','), limit: PAGE, ...(cursor === '' ? {} : { cursor }) }
    const answer = ChannelPage.safeParse(await call('conversations.list', form)).data
    if (answer === undefined) throw providerFailure('malformed_answer')
    channels.push(...answer.channels)
    cursor = answer.response_metadata?.next_cursor ?? ''
    if (cursor === '' || answer.channels.some(enough)) return { channels, isWhole: true }
  }
  return { channels, isWhole: false }
}

/** One channel by its id. Source: https://docs.slack.dev/reference/methods/conversations.info */
export async function readChannel(call: SlackCall, id: string): Promise<SlackChannel> {
  const channel = SlackChannel.safeParse((await call('conversations.info', { channel: id })).channel).data
  if (channel === undefined) throw providerFailure('malformed_answer')
  return channel
}
