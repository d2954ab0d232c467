import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { detailsOf, findRow } from '../connection/connection-row'
import { EngineError } from '../error'
import type { Delivery } from '../provider/provider-events'
import { readSlackAnswer } from '../provider/slack-answer'
import { readChannel } from '../provider/slack-channels'
import { slackEndpoints } from '../provider/slack-oauth'
import { activeDeployments, actorOf, type Deployment } from './deployment-row'
import { guardedRequest } from './guarded-request'
import type { RunDependencies } from './run-dependencies'
import type { Runs } from './runs'
import { type TriggerEvent, triggerEvent } from './trigger-event'

/** What providers tell, brought to the triggers that wait for it. Each delivery starts one run of a deployment, and no second. */
export class ProviderTriggers {
  private readonly underWay = new Set<Promise<void>>()
  private readonly closing = new AbortController()

  constructor(
    private readonly deps: RunDependencies,
    private readonly runs: Runs,
  ) {}

  /** Of a delivery whose signature was found good. Its sender is not kept waiting: what comes of it goes on afterwards. */
  heard(type: string, delivery: Delivery): void {
    const event = triggerEvent(type, delivery)
    if (event === undefined) return
    const started = this.startAll(event)
      .catch((error: unknown) => {
        const reason = error instanceof EngineError ? error.code : error instanceof Error ? error.name : 'unknown'
        this.deps.logger.error('an event of a provider started no run', { type, reason })
      })
      .finally(() => this.underWay.delete(started))
    this.underWay.add(started)
  }

  /** Asks nobody any more, and resolves when what was heard has started what it starts, or found out that it may not. */
  async close(): Promise<void> {
    this.closing.abort()
    await Promise.all(this.underWay)
  }

  private async startAll(event: TriggerEvent): Promise<void> {
    const cause = event.kind === 'slack.trigger' ? 'slack' : 'github'
    for (const deployment of activeDeployments(this.deps.vault)) {
      for (const node of deployment.nodes) {
        if (!(await this.waitsFor(deployment, node, event))) continue
        await this.runs.heard(deployment, node.id, event.output, { cause, deliveryId: event.deliveryId })
        // One delivery is one run, however many triggers of a recipe it fits.
        break
      }
    }
  }

  private async waitsFor(
    deployment: Deployment,
    { kind, params, credential }: RecipeNode,
    event: TriggerEvent,
  ): Promise<boolean> {
    if (kind !== event.kind || params.event !== event.event) return false
    const row = credential && 'connectionId' in credential ? findRow(this.deps.vault, credential.connectionId) : undefined
    if (row?.status !== 'active') return false
    const details = detailsOf(row) as Readonly<Record<string, unknown>>
    const { accountId, details: concerned } = event.concerns
    if (accountId !== undefined && row.account_id !== accountId) return false
    if (!Object.entries(concerned).every(([name, value]) => details[name] === value)) return false
    if (event.by !== undefined && event.by === details.botUserId) return false
    const wanted = String(params[kind === 'slack.trigger' ? 'channel' : 'repository'] ?? '').trim()
    if (kind === 'github.trigger') return wanted.toLowerCase() === event.place.toLowerCase()
    if (wanted === '' || wanted === event.place) return true
    return wanted.replace(/^#/, '').toLowerCase() === (await this.channelName(deployment, String(row.id), event.place))
  }

  /** Slack names the channel by its id alone. One that it does not tell is not the one that is wanted. */
  private async channelName(deployment: Deployment, connectionId: string, channel: string): Promise<string | undefined> {
    const { resolver, fetch, endpoints } = this.deps
    const { apiUrl } = slackEndpoints(endpoints.slackApi)
    try {
      const injection = await resolver.resolve(actorOf(deployment), connectionId)
      const found = await readChannel(async (method, form) => {
        const headers = { 'content-type': 'application/x-www-form-urlencoded' }
        const request = { method: 'POST', url: new URL(method, apiUrl).href, headers, body: new URLSearchParams(form).toString() }
        const { bytes } = await guardedRequest(fetch, request, [injection], this.closing.signal)
        const answer = await readSlackAnswer(new Response(new Uint8Array(bytes)))
        return answer?.ok ? answer : {}
      }, channel)
      return found.name
    } catch {
      return undefined
    }
  }
}
