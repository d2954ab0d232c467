import type { StateCreator } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ServeClient } from '../../src-shared/contract'
import { createClient } from '../lib/client'
import type { Host } from '../lib/host'
import { createOwnCommands } from '../lib/own-commands'
import { type AttentionSlice, attentionSlice } from './attention-slice'
import { type AuthorizationSlice, authorizationSlice } from './authorization-slice'
import { type ConnectionSlice, connectionSlice } from './connection-slice'
import { type DirectorySlice, directorySlice } from './directory-slice'
import { type EngineSlice, engineSlice } from './engine-slice'
import { type GrantSlice, grantSlice } from './grant-slice'
import { type HealthSlice, healthSlice } from './health-slice'
import { type HostSlice, hostSlice } from './host-slice'
import { type InboxSlice, inboxSlice } from './inbox-slice'
import { type KeySlotSlice, keySlotSlice } from './key-slot-slice'
import { type LinkSlice, linkSlice } from './link-slice'
import { type ListSlice, listSlice } from './list-slice'
import { type NoticeSlice, noticeSlice } from './notice-slice'
import { type ProviderAppSlice, providerAppSlice } from './provider-app-slice'
import { type RecipeSlice, recipeSlice } from './recipe-slice'
import { type RunSlice, runSlice } from './run-slice'
import { type SessionSlice, sessionSlice } from './session-slice'
import { type SettingsSlice, settingsSlice } from './settings-slice'
import { type VaultSlice, vaultSlice } from './vault-slice'
import { type WalkSlice, walkSlice } from './walk-slice'

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
  AttentionSlice &
  WalkSlice &
  AuthorizationSlice &
  ProviderAppSlice &
  SettingsSlice &
  RecipeSlice &
  RunSlice &
  GrantSlice &
  InboxSlice &
  KeySlotSlice &
  HealthSlice &
  HostSlice &
  EngineSlice &
  NoticeSlice

export type Slice<Part> = StateCreator<ConnectState, [], [], Part>

/** Everything the page knows, fed by answers and by the event stream. Nothing of it outlives a lock or the tab. */
export function createConnectStore(host: Host): StoreApi<ConnectState> {
  const ownCommands = createOwnCommands()
  const store: StoreApi<ConnectState> = createStore<ConnectState>()((...api) => ({
    host,
    client: createClient(host, ownCommands, (problem) => store.getState().noticeProblem(problem)),
    ...sessionSlice(...api),
    ...vaultSlice(...api),
    ...linkSlice(...api),
    ...directorySlice(...api),
    ...connectionSlice(...api),
    ...listSlice(...api),
    ...attentionSlice(ownCommands)(...api),
    ...walkSlice(...api),
    ...authorizationSlice(...api),
    ...providerAppSlice(...api),
    ...settingsSlice(...api),
    ...recipeSlice(...api),
    ...runSlice(...api),
    ...grantSlice(...api),
    ...inboxSlice(...api),
    ...keySlotSlice(...api),
    ...healthSlice(...api),
    ...hostSlice(...api),
    ...engineSlice(...api),
    ...noticeSlice(...api),
  }))
  host.onEngineEnd?.(() => store.getState().engineEnded())
  return store
}
