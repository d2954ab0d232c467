import type { Inputs } from '../../src-shared/contract'
import type { HostFacts } from '../../src-shared/contract/host'
import type { KeySlotView } from '../../src-shared/contract/key-slot'
import type { DrillReport, VaultHealth, VaultState, WaysIn } from '../../src-shared/contract/vault'
import type { AnchorStatus, DamageStanding, Rollback } from '../../src-shared/contract/vault-damage'
import { passwordProblem } from '../../src-shared/domain/password-policy'
import { printRecoveryCode, readRecoveryCode } from '../../src-shared/domain/recovery-code'
import { fail } from './client-failure'

interface VaultOptions {
  vault: VaultState
  connections: number
  /** Whether a recovery code was made. */
  recovery?: boolean
  /** What the keychain of the computer can do now. */
  device?: WaysIn['device']
  keychain: HostFacts['keychain']
  damaged?: boolean
  /** An older copy of the vault was put back. */
  older?: boolean
}

type Slot<Name extends keyof Inputs['keySlot']> = Inputs['keySlot'][Name]

const day = 86_400_000
const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
const strong = 'Argon2id, 64 MiB, 3 passes'
/** The code that the fake makes, every time. */
export const fakeRecoveryCode = printRecoveryCode(Uint8Array.from({ length: 26 }, (_, index) => index * 7))

/** Answers about the vault and what opens it. A password with “wrong” in it is wrong, one with “many” comes too often. */
export function vaultAnswers(options: VaultOptions) {
  let { vault } = options
  const slot = (kind: KeySlotView['kind'], createdAt: string | null, protection: string) => ({ kind, createdAt, protection })
  const slots = new Map<KeySlotView['kind'], KeySlotView>()
  const put = (view: KeySlotView) => slots.set(view.kind, view)
  put(slot('password', ago(40 * day), strong))
  if (options.recovery) put(slot('recovery', ago(40 * day), 'BLAKE2b of 130 random bits'))
  if (options.device !== undefined && options.device !== 'none') put(slot('device', ago(3 * day), 'gnome_libsecret'))
  let lastDrill: DrillReport | null = null
  let acknowledgedAt: string | null = null
  let { older = false } = options

  const become = (state: VaultState) => {
    vault = state
    return { vault }
  }
  const check = (password: string) => {
    if (password.includes('wrong')) fail('WRONG_PASSWORD')
    if (password.includes('many')) fail('TOO_MANY_ATTEMPTS', { retryAfterSeconds: 42 })
  }
  const checkCode = (code: string) => {
    if (readRecoveryCode(code) !== readRecoveryCode(fakeRecoveryCode)) fail('WRONG_RECOVERY_CODE')
  }
  const listed = () => [...slots.values()]
  const drop = (kind: KeySlotView['kind']) => {
    slots.delete(kind)
    return listed()
  }
  let kekVersion = 1
  let rotatedAt = 0
  /** As long as a person needs to see it. */
  const rewrapping = () => Date.now() - rotatedAt < 1500
  const health = (): VaultHealth => ({
    createdAt: ago(40 * day),
    demo: false,
    formats: { header: 2, journal: 1, snapshot: 3 },
    slots: listed(),
    keychain: options.keychain,
    connections: options.connections,
    events: options.connections * 4 + 2,
    journalBytes: 148_480,
    lastCompactionAt: ago(2 * day),
    kekVersion,
    rewrapping: rewrapping(),
    damagedFiles: options.damaged ? ['aside-journal-7', 'aside-snapshot-7'] : [],
    damage: options.damaged ? { ...damageFound(), acknowledgedAt } : null,
    rollback: older ? rollbackFound() : null,
    anchor: options.keychain.state === 'available' ? anchorKept(older) : anchorNone,
    lastDrill,
  })
  return {
    'vault.status': () => ({
      vault,
      waysIn: { recovery: slots.has('recovery'), device: slots.has('device') ? (options.device ?? 'ready') : 'none' },
    }),
    'vault.create': () => become('unlocked'),
    'vault.unlock': ({ password, recoveryCode }: Inputs['vault']['unlock']) => {
      if (password !== undefined) check(password)
      if (recoveryCode !== undefined) checkCode(recoveryCode)
      return become('unlocked')
    },
    'vault.lock': () => become('locked'),
    'vault.health': health,
    'vault.acknowledgeDamage': () => {
      acknowledgedAt ??= ago(0)
      return health()
    },
    'vault.acceptCopy': () => {
      older = false
      return health()
    },
    'vault.rotate': ({ password }: Inputs['vault']['rotate']) => {
      check(password)
      if (rewrapping()) fail('ROTATION_UNDER_WAY')
      kekVersion++
      rotatedAt = Date.now()
      return health()
    },
    'vault.drill': ({ password }: Inputs['vault']['drill']) => {
      check(password)
      lastDrill = drillOf(health())
      return lastDrill
    },
    'keySlot.list': listed,
    'keySlot.changePassword': ({ current, newPassword }: Slot<'changePassword'>) => {
      if ('password' in current) check(current.password)
      else checkCode(current.recoveryCode)
      const message = passwordProblem(newPassword)
      if (message !== undefined) fail('INVALID_INPUT', { fields: [{ path: 'newPassword', message }] })
      put(slot('password', ago(0), strong))
      return listed()
    },
    'keySlot.startRecovery': ({ password }: Slot<'startRecovery'>) => {
      check(password)
      return { code: fakeRecoveryCode }
    },
    'keySlot.confirmRecovery': ({ code }: Slot<'confirmRecovery'>) => {
      checkCode(code)
      put(slot('recovery', ago(0), 'BLAKE2b of 130 random bits'))
      return listed()
    },
    'keySlot.removeRecovery': ({ password }: Slot<'removeRecovery'>) => {
      check(password)
      return drop('recovery')
    },
    'keySlot.enableDevice': ({ password }: Slot<'enableDevice'>) => {
      check(password)
      put(slot('device', ago(0), options.keychain.backend ?? ''))
      return listed()
    },
    'keySlot.disableDevice': () => drop('device'),
  }
}

const damageFound = (): Omit<DamageStanding, 'acknowledgedAt'> => ({
  at: ago(120_000),
  files: [
    {
      ...{ file: 'journal-7', eventsRead: 214, morePlaces: 0 },
      places: [
        { offset: 18_432, problem: 'does_not_open', sequence: 5120 },
        { offset: 18_990, problem: 'chain_broken', sequence: 5121 },
      ],
    },
    { file: 'snapshot-7', eventsRead: null, places: [{ offset: null, problem: 'secret_closed', sequence: null }], morePlaces: 0 },
  ],
  rebuiltFrom: null,
  lostEvents: [{ from: 5120, through: 5120 }],
  recoveredSecrets: [{ record: 'cred_recovered', name: 'Acme workspace' }],
  lostSecrets: [{ record: 'cred_lost', name: 'Design team' }],
  keptAside: ['aside-journal-7', 'aside-snapshot-7'],
})

const rollbackFound = (): Rollback => ({
  ...{ at: ago(60_000), kind: 'older_copy', expected: 5310, found: 5194, seenAt: ago(3 * day) },
})

const anchorKept = (isHeld: boolean): AnchorStatus => ({
  state: isHeld ? 'held' : 'kept',
  at: ago(isHeld ? 3 * day : 4000),
  reason: null,
})
const anchorNone: AnchorStatus = { state: 'none', at: null, reason: 'There is no keychain on this computer that would keep it.' }

function drillOf({ events, connections, damagedFiles }: VaultHealth): DrillReport {
  const whole = damagedFiles.length === 0
  return {
    at: ago(0),
    result: whole ? 'success' : 'failure',
    files: 4,
    bytes: 212_992,
    events,
    connections,
    secretsOpened: whole ? connections : connections - 1,
    secrets: connections,
    milliseconds: 1340,
    problems: whole ? [] : ['One connection’s secret could not be opened.'],
  }
}
