import type { Json } from '../../../../src-shared/domain/recipe/json'
import { githubEndpoints } from '../../provider/github/endpoints'
import { slackEndpoints } from '../../provider/slack-oauth'
import type { RunDependencies } from '../run-dependencies'
import type { Step } from '../walk'
import { githubAction } from './github-action'
import { httpRequest } from './http-request'
import { conditionOf, itemsOf } from './local'
import { extraction, sendToDesktop, shareLink } from './neurocad'
import type { Work } from './node-work'
import { slackAction } from './slack-action'

/** What a node gives: of anything that came from outside, before it is cleaned. */
export type Given = Omit<Step, 'output'> & { output: unknown }

/** Does what the node's kind does. Triggers are not asked: what started the run is what they give. */
export async function doNode(work: Work, { endpoints, clock }: Pick<RunDependencies, 'endpoints' | 'clock'>): Promise<Given> {
  const { kind, params } = work.node
  switch (kind) {
    case 'slack.action':
      return { output: await slackAction(work, slackEndpoints(endpoints.slackApi).apiUrl) }
    case 'github.action':
      return { output: await githubAction(work, githubEndpoints(endpoints.githubApi).apiUrl, clock.now) }
    case 'library':
    case 'schematic':
      return { output: await extraction(work) }
    case 'share_link':
      return { output: await shareLink(work) }
    case 'send_to_desktop':
      return { output: await sendToDesktop(work) }
    case 'http.request':
      return { output: await httpRequest(work) }
    case 'control.if':
      return asBranch(conditionOf(params))
    case 'control.each':
      return asList(itemsOf(params))
    default:
      return { output: params }
  }
}

export const asBranch = (result: boolean): Step => ({ output: { result }, branch: result })
export const asList = (items: Json[]): Step => ({ output: { items, count: items.length }, items })
