import { beforeEach, expect, test, vi } from 'vitest'
import type { StoreApi } from 'zustand'
import { type ConnectState, createConnectStore } from '../../src-renderer/stores/connect-store'
import { createFakeLink } from '../fakes/client'

let store: StoreApi<ConnectState>
const openPage = vi.fn()
const state = () => store.getState()

beforeEach(async () => {
  openPage.mockClear()
  const link = createFakeLink({ connections: 1, everyType: true })
  store = createConnectStore({ kind: 'desktop', link, session: null, openPage })
  await state().start()
})

/** The connection of a type among those the fake has. */
async function connectionOf(type: 'genericOAuth2' | 'genericApiKey') {
  const { items } = await state().client.connection.list({ type })
  const [connection] = items
  if (connection === undefined) throw new Error(`The fake has no ${type}.`)
  state().putConnections(items)
  return connection
}

test('a type with nothing to enter opens the consent page at once', async () => {
  await state().authorize({ kind: 'add', type: 'slackApi' })
  expect(openPage).toHaveBeenCalledOnce()
  expect(state().entering).toBeUndefined()
})

test('a type that declares fields asks for them first, and for consent only with them', async () => {
  await state().authorize({ kind: 'add', type: 'genericOAuth2' })
  expect(openPage).not.toHaveBeenCalled()
  expect(state().entering).toMatchObject({ purpose: { kind: 'add' } })
  await state().submitFields({
    issuer: 'https://login.example',
    clientId: 'c',
    clientSecret: 's3cret',
    origins: 'https://a.example',
  })
  expect(openPage).toHaveBeenCalledOnce()
  expect(state().entering).toBeUndefined()
  expect(state().waiting?.known).toMatchObject({ issuer: 'https://login.example', clientId: 'c' })
  expect(JSON.stringify(state().waiting)).not.toContain('s3cret')
})

test('refused fields leave the form open', async () => {
  await state().authorize({ kind: 'add', type: 'genericOAuth2' })
  await expect(state().submitFields({ issuer: 'bad' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect(state().entering).toBeDefined()
  expect(state().waiting).toBeUndefined()
})

test('a plain reconnect asks for nothing that is known, and changing the endpoints begins with them', async () => {
  const connection = await connectionOf('genericOAuth2')
  await state().authorize({ kind: 'reconnect', connection })
  expect(openPage).toHaveBeenCalledOnce()
  expect(state().entering).toBeUndefined()
  await state().changeFields(connection)
  expect(state().entering?.known).toMatchObject({ issuer: connection.details.issuer, clientId: 'neurocad-connect' })
})

test('reconnecting a key is entering a new one, under the same id and without a consent page', async () => {
  const connection = await connectionOf('genericApiKey')
  await state().authorize({ kind: 'reconnect', connection })
  const replaced = await state().submitFields({ placement: 'header', key: 'k', origins: 'https://a.example' })
  expect(replaced?.id).toBe(connection.id)
  expect(state().connections[connection.id]?.statusReason).toBe('reconnected')
  expect(openPage).not.toHaveBeenCalled()
})

test('locking closes the form that is open', async () => {
  await state().authorize({ kind: 'add', type: 'genericApiKey' })
  state().becomeLocked()
  expect(state().entering).toBeUndefined()
})
