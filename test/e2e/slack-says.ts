import { slackDelivery } from '../engine/connection/slack-delivery'
import type { Program } from './drivers/driver'

/** The demo's two workspaces, in the order in which its consent page offers them. */
export const workspaces = { larkspur: 'T000000001', foxglove: 'T000000002' } as const

let deliveries = 0

/** Slack says that something happened to a workspace, as it would: signed, to the ingress. Answers the status. */
export async function slackSays(demo: Program, type: string, teamId: string = workspaces.larkspur): Promise<number> {
  deliveries += 1
  const delivery = slackDelivery(
    { type, teamId, appId: 'A0DEMOCONN', eventId: `Ev-${type}-${deliveries}`, at: Date.now() },
    demo.facts.slackSigningSecret,
  )
  const answer = await fetch(`${demo.api.address}/ingress/slackApi`, { method: 'POST', ...delivery })
  return answer.status
}
