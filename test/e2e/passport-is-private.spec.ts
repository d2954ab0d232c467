import type { ConnectionView } from '../../src-shared/contract/connection'
import type { Program } from './drivers/driver'
import { expect, testOnOneDemo } from './fixtures'
import { connect } from './steps'

const test = testOnOneDemo()
const passport = 'neurocadUserIdentityApi'
const never = 'cred_01ARZ3NDEKTSV4RRFFQ69G5FAV'

/** What a teammate's own scripts are told. With a window of their own they are in `serve/`. */
const listOf = async (demo: Program, person: 'owner' | 'teammate', query = '') => {
  const { items } = await demo.api.call<{ items: ConnectionView[] }>(`/connect/connections?limit=200${query}`, 'GET', person)
  return items.filter(({ managed }) => !managed).map(({ id }) => String(id))
}

test('of the owner’s Passport a teammate is told nothing: no row, no search, no count, and no such id', async ({
  page,
  demo,
}) => {
  const slack = await connect(page, demo, 'slackApi')
  const ofOwner = await connect(page, demo, passport)
  expect((await listOf(demo, 'owner')).sort()).toEqual([slack, ofOwner].sort())
  expect(await listOf(demo, 'teammate')).toEqual([slack])
  for (const query of [ofOwner, 'ada.lindqvist@larkspur.example'])
    expect(await listOf(demo, 'teammate', `&query=${encodeURIComponent(query)}`)).toEqual([])

  const cards = await demo.api.call<{ type: string; pill: object }[]>('/connect/directory', 'GET', 'teammate')
  expect(cards.find(({ type }) => type === passport)?.pill).toEqual({ kind: 'not_connected' })

  for (const path of ['', '/history']) {
    const refused = await demo.api.ask<object>(`/connect/connections/${ofOwner}${path}`, 'GET', 'teammate')
    const unknown = await demo.api.ask<object>(`/connect/connections/${never}${path}`, 'GET', 'teammate')
    expect(refused.status).toBe(404)
    expect(JSON.stringify(refused).replaceAll(ofOwner, never), 'the same as for an id that never was').toBe(
      JSON.stringify(unknown),
    )
  }
  expect((await demo.api.ask(`/connect/connections/${ofOwner}/test`, 'POST', 'teammate')).status).toBe(404)
  expect((await demo.api.ask(`/connect/connections/${ofOwner}`, 'DELETE', 'teammate')).status).toBe(404)
})
