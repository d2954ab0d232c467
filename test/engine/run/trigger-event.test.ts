import { describe, expect, test } from 'vitest'
import { triggerEvent } from '../../../src-main/engine/run/trigger-event'

const issue = {
  action: 'opened',
  installation: { id: 7 },
  repository: { full_name: 'ada/notes' },
  sender: { login: 'ada', type: 'User' },
  issue: { number: 3, title: 'Ripple' },
}
const github = (payload: object, event = 'issues', as = (json: string) => json) =>
  triggerEvent('githubApi', {
    headers: { 'x-github-event': event, 'x-github-delivery': 'guid-1' },
    body: as(JSON.stringify(payload)),
  })

describe('GitHub', () => {
  test.each(['issues', 'push', 'pull_request'])('%s is an event of the repository, with all that GitHub said', (event) => {
    expect(github(issue, event)).toEqual({
      kind: 'github.trigger',
      deliveryId: 'githubApi:guid-1',
      event,
      concerns: { details: { installationId: 7 } },
      place: 'ada/notes',
      by: 'ada',
      output: { event, action: 'opened', repository: 'ada/notes', sender: 'ada', payload: issue },
    })
  })

  test('a form with the JSON in it is read as well', () => {
    const form = (json: string) => new URLSearchParams({ payload: json }).toString()
    expect(github(issue, 'issues', form)?.place).toBe('ada/notes')
  })

  test('what an App did, other events and what is none start nothing', () => {
    expect(github({ ...issue, sender: { login: 'neurocad[bot]', type: 'Bot' } })).toBeUndefined()
    expect(github(issue, 'installation')).toBeUndefined()
    expect(github({ ...issue, installation: undefined })).toBeUndefined()
    expect(github(issue, 'issues', () => 'no JSON')).toBeUndefined()
  })
})

test('Slack’s mention and message are told apart, and no other provider has events', () => {
  const event = { type: 'app_mention', channel: 'C1', user: 'U1', text: 'Hi', ts: '1' }
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: 'Ev1', event })
  expect(triggerEvent('slackApi', { headers: {}, body })).toMatchObject({ event: 'mention', place: 'C1', by: 'U1' })
  expect(triggerEvent('genericOAuth2', { headers: {}, body })).toBeUndefined()
})
