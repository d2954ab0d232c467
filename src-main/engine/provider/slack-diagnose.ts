import type { DiagnosisLine } from '../../../src-shared/contract/connection'
import { slackWords } from '../../../src-shared/words/en/slack'
import { EngineError } from '../error'
import { listChannels, readChannel, type SlackCall, type SlackChannel } from './slack-channels'

const reconnect: DiagnosisLine['action'] = { kind: 'reconnect', label: slackWords.reconnect }
const invite: DiagnosisLine['action'] = { kind: 'copy', label: slackWords.copyInvitation, text: '/invite @neurocad' }

/** What the bot must have been granted to see each kind of channel. */
const typeByScope = [
  ['channels:read', 'public_channel'],
  ['groups:read', 'private_channel'],
] as const

/**
 * Whether the bot is in the channel that a person named, or in any.
 * @param scopes what the connection was granted
 * @param named a channel's id, or its name with or without `#`
 */
export async function diagnoseSlack(call: SlackCall, scopes: readonly string[], named?: string): Promise<DiagnosisLine[]> {
  const types = typeByScope.flatMap(([scope, type]) => (scopes.includes(scope) ? [type] : []))
  if (types.length === 0) return [line('unknown', slackWords.mayNotLook, reconnect)]
  try {
    return [named === undefined ? await membership(call, types) : await channelLine(call, types, named.replace(/^#/, ''))]
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    return [notFoundOut(error)]
  }
}

const line = (result: DiagnosisLine['result'], message: string, action?: DiagnosisLine['action']): DiagnosisLine => ({
  check: 'channel',
  result,
  message,
  ...(action === undefined ? {} : { action }),
})

async function channelLine(call: SlackCall, types: readonly string[], wanted: string): Promise<DiagnosisLine> {
  const isId = isChannelId(wanted)
  const found = isId ? await channelById(call, wanted) : await channelByName(call, types, wanted)
  if (found === 'too_many') return line('unknown', slackWords.tooManyChannels)
  if (found === undefined) {
    const name = isId ? wanted : `#${wanted}`
    return line('problem', slackWords.noSuchChannel(name), invite)
  }
  if (found.is_archived) return line('problem', slackWords.archived(found.name))
  if (!found.is_member) return line('problem', slackWords.botIsNotIn(found.name), invite)
  return line('ok', slackWords.botIsIn(found.name))
}

// Slack writes names in lower case and ids in upper case, so that neither is taken for the other.
const isChannelId = (text: string): boolean => /^[CG][A-Z0-9]{5,}$/.test(text)

async function channelById(call: SlackCall, id: string): Promise<SlackChannel | undefined> {
  try {
    return await readChannel(call, id)
  } catch (error) {
    const said = error instanceof EngineError ? error.data.providerError : undefined
    if (said !== 'channel_not_found' && said !== 'not_in_channel') throw error
    return undefined
  }
}

async function channelByName(call: SlackCall, types: readonly string[], text: string) {
  const isIt = ({ name }: SlackChannel) => name === text.toLowerCase()
  const { channels, isWhole } = await listChannels(call, types, isIt)
  return channels.find(isIt) ?? (isWhole ? undefined : 'too_many')
}

async function membership(call: SlackCall, types: readonly string[]): Promise<DiagnosisLine> {
  const { channels, isWhole } = await listChannels(call, types)
  const count = channels.filter((channel) => channel.is_member && !channel.is_archived).length
  if (count > 0) return line('ok', isWhole ? slackWords.botIsInSome(count) : slackWords.botIsInAtLeast(count))
  if (!isWhole) return line('unknown', slackWords.nameAChannel)
  return line('problem', slackWords.botIsInNone, invite)
}

function notFoundOut({ message, data: { providerError: said } }: EngineError): DiagnosisLine {
  if (said === 'missing_scope') return line('unknown', slackWords.scopeMissing, reconnect)
  return line('unknown', said === undefined ? message : slackWords.didNotShow(said))
}
