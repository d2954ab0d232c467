import type { StateCreator } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ServeClient } from '../../src-shared/contract'
import { createClient } from '../lib/client'
import type { Host } from '../lib/host'
import { type AuthorizationSlice, authorizationSlice } from './authorization-slice'
import { type ConnectionSlice, connectionSlice } from './connection-slice'
import { type DirectorySlice, directorySlice } from './directory-slice'
import { type LinkSlice, linkSlice } from './link-slice'
import { type ListSlice, listSlice } from './list-slice'
import { type NoticeSlice, noticeSlice } from './notice-slice'
import { type ProviderAppSlice, providerAppSlice } from './provider-app-slice'
import { type SessionSlice, sessionSlice } from './session-slice'
import { type VaultSlice, vaultSlice } from './vault-slice'

interface Surroundings {
  readonly host: Host
  readonly client: ServeClient
}

export type ConnectState = Surroundings &
  SessionSlice &
  VaultSlice &
  LinkSlice &
  DirectorySlice &
  ConnectionSlice &
  ListSlice &
  AuthorizationSlice &
  ProviderAppSlice &
  NoticeSlice

export type Slice<Part> = StateCreator<ConnectState, [], [], Part>

/** Everything the page knows, fed by answers and by the event stream. Nothing of it outlives a lock or the tab. */
export function createConnectStore(host: Host): StoreApi<ConnectState> {
  const store: StoreApi<ConnectState> = createStore<ConnectState>()((...api) => ({
    host,
    client: createClient(host, (problem) => store.getState().noticeProblem(problem)),
    ...sessionSlice(...api),
    ...vaultSlice(...api),
    ...linkSlice(...api),
    ...directorySlice(...api),
    ...connectionSlice(...api),
    ...listSlice(...api),
    ...authorizationSlice(...api),
    ...providerAppSlice(...api),
    ...noticeSlice(...api),
  }))
  return store
}
