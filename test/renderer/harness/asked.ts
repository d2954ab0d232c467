import type { VaultState } from '../../../src-shared/contract/vault'
import type { FakeOptions } from '../../fakes/client'

const devices = ['none', 'ready', 'password_due', 'unavailable'] as const
const receivers = ['off', 'no_passport', 'no_service', 'connecting', 'receiving', 'waiting'] as const
const vaults = ['absent', 'locked', 'unlocked'] as const satisfies VaultState[]

/** What a fake client is to have, from an address such as `?connections=10000&types=all&vault=locked&configured=false`. */
export function askedFor(asked: URLSearchParams): FakeOptions {
  const isAsked = (name: string) => asked.get(name) === 'true'
  return {
    connections: Number(asked.get('connections') ?? 3),
    vault: vaults.find((vault) => vault === asked.get('vault')),
    everyType: asked.get('types') === 'all',
    recipes: Number(asked.get('recipes') ?? 0),
    nodes: asked.has('nodes') ? Number(asked.get('nodes')) : undefined,
    events: Number(asked.get('events') ?? 3),
    entries: Number(asked.get('entries') ?? 12),
    sealed: isAsked('sealed'),
    deliveries: Number(asked.get('deliveries') ?? 0),
    receiver: receivers.find((state) => state === asked.get('receiver')),
    configured: asked.get('configured') !== 'false',
    latency: Number(asked.get('latency') ?? 8),
    host: asked.get('host') === 'desktop' ? 'desktop' : 'serve',
    recovery: isAsked('recovery'),
    device: devices.find((device) => device === asked.get('device')),
    damaged: isAsked('damaged'),
    older: isAsked('older'),
    keychain:
      asked.get('keychain') === 'refused'
        ? { state: 'refused', backend: 'basic_text', reason: 'The keychain of this computer would store the key in the clear.' }
        : undefined,
    // `?failing=connection.test:INTERNAL`
    failing: Object.fromEntries(asked.getAll('failing').map((one) => one.split(':'))),
  }
}
