import type { Inputs } from '../../src-shared/contract'
import type { ClientView } from '../../src-shared/contract/client'
import type { ChangeEvent } from '../../src-shared/contract/event'
import type { CallbackDiagnosis, HostFacts } from '../../src-shared/contract/host'
import type { Settings } from '../../src-shared/contract/settings'
import { defaultSettings } from '../../src-shared/domain/default-settings'
import { ClientId } from '../../src-shared/domain/identifiers'
import { fail } from './client-failure'

interface HostOptions {
  kind: HostFacts['kind']
  keychain: HostFacts['keychain']
}

/** Answers about the program around the engine, and what its owner decided. A folder with “bad” in it is refused at its field. */
export function hostAnswers({ kind, keychain }: HostOptions, emit: (event: ChangeEvent) => void) {
  let settings: Settings = defaultSettings({ kind, demo: false })
  let update: HostFacts['update'] = { state: 'off', version: null, detail: null }
  let clients: ClientView[] = [
    clientOf(0, 'Owner of this folder', '2026-11-20T08:00:00.000Z'),
    clientOf(1, 'A nightly export with a name that is as long as names of scripts tend to become', null),
  ]
  const desktop = kind === 'desktop'
  const facts = (): HostFacts => ({
    kind,
    version: '0.1.0',
    platform: 'linux',
    demo: false,
    dataFolder: '/home/ada/.local/share/neurocad-connect',
    usualReceiveFolder: '/home/ada/Downloads',
    keychain,
    screenLock: desktop ? 'dbus' : null,
    tray: desktop,
    notifications: desktop,
    api: !desktop || settings.loopbackApi ? 'http://127.0.0.1:7717/api' : null,
    update: settings.updates ? update : { state: 'off', version: null, detail: null },
  })
  return {
    'settings.get': () => settings,
    'settings.update': (change: Inputs['settings']['update']) => {
      if (change.receiveFolder?.includes('bad'))
        fail('INVALID_INPUT', { fields: [{ path: 'receiveFolder', message: 'must be a whole path on this computer' }] })
      settings = { ...settings, ...change }
      emit({ kind: 'settings', settings })
      return settings
    },
    'host.facts': facts,
    'host.diagnoseCallback': () => diagnosis(kind, settings.callbackBy),
    'host.openFolder': () => (desktop ? { opened: facts().dataFolder } : fail('NOT_AVAILABLE_HERE')),
    'host.chooseFolder': () => (desktop ? { folder: '/home/ada/Recipes' } : fail('NOT_AVAILABLE_HERE')),
    'host.checkForUpdates': () => {
      if (!desktop) return fail('NOT_AVAILABLE_HERE')
      update = { state: 'ready', version: '0.2.0', detail: null }
      return update
    },
    'host.installUpdate': () => (desktop ? update : fail('NOT_AVAILABLE_HERE')),
    'client.list': () => clients,
    'client.create': ({ name }: Pick<ClientView, 'name'>) => {
      const made = clientOf(clients.length, name, null)
      clients = [...clients, made]
      return { ...made, token: `nc_${'T0ken'.repeat(8)}` }
    },
    'client.revoke': ({ id }: Pick<ClientView, 'id'>) => {
      const revoked = clients.find((client) => client.id === id)
      clients = clients.filter((client) => client !== revoked)
      return revoked ?? fail('NOT_FOUND')
    },
  }
}

const clientOf = (nth: number, name: string, lastUsedAt: string | null): ClientView => ({
  id: ClientId.parse(`client_01J9Z3K4M5N6P7Q8R9S0T1V2W${nth}`),
  name,
  subject: 'ada',
  createdAt: '2026-11-01T08:00:00.000Z',
  lastUsedAt,
})

function diagnosis(kind: HostFacts['kind'], by: Settings['callbackBy']): CallbackDiagnosis {
  const link = kind === 'desktop'
  return {
    loopback: { result: 'works', detail: 'http://127.0.0.1:7717/callback answered within 12 ms.' },
    deepLink: link
      ? { result: 'works', detail: 'neurocad:// links of this computer come here.' }
      : { result: 'not_here', detail: 'Links are for the desktop application.' },
    transports: [
      { type: 'slackApi', name: 'Slack', transport: 'paste', why: 'Slack sends answers to https addresses only.' },
      {
        type: 'githubApi',
        name: 'GitHub',
        transport: link && by === 'deep_link' ? 'deep_link' : 'loopback',
        why: link && by === 'deep_link' ? 'GitHub takes both, and you prefer the link.' : 'GitHub takes a loopback address.',
      },
    ],
  }
}
