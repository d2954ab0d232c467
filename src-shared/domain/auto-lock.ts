import type { Settings } from '../contract/settings'

type Rules = Pick<Settings, 'autoLockMinutes' | 'lockOnScreenLock' | 'lockOnSleep'>

/** `away`: for how many seconds nobody has been there. `wake`: the computer was asleep, whether or not that was told before. */
export type PresenceMoment = { kind: 'away'; seconds: number } | { kind: 'screen_locked' | 'sleep' | 'wake' }

/** What holds while nobody knows what the owner decided: an open vault that cannot say is not left open. */
export const strictestAutoLock: Rules = { autoLockMinutes: 15, lockOnScreenLock: true, lockOnSleep: true }

/** Whether an open vault is to be locked at this moment. Pure. */
export function locksAt(rules: Rules, moment: PresenceMoment): boolean {
  switch (moment.kind) {
    case 'away':
      return moment.seconds >= secondsUntilLock(rules)
    case 'screen_locked':
      return rules.lockOnScreenLock
    case 'sleep':
    case 'wake':
      return rules.lockOnSleep
  }
}

/** Seconds without anybody after which the vault locks; infinite where it never does. */
export const secondsUntilLock = ({ autoLockMinutes }: Pick<Rules, 'autoLockMinutes'>): number =>
  autoLockMinutes === null ? Number.POSITIVE_INFINITY : autoLockMinutes * 60
