import { randomBytes } from 'node:crypto'

/** What a code stands for until it is exchanged: a user's approval of an App. */
interface Approval {
  appId: number
  login: string
  redirectUri: string
}

/** Authorization codes: single use, good for ten minutes, in memory alone, so that a restart voids them. */
export interface UserCodes {
  issue(approval: Approval): string
  /** Undefined for one that is unknown, used, expired, or another App's. */
  redeem(code: string, appId: number): Approval | undefined
}

const LIFETIME_MS = 10 * 60 * 1000

export function userCodes(): UserCodes {
  const codes = new Map<string, Approval & { until: number }>()
  return {
    issue(approval) {
      const code = randomBytes(10).toString('hex')
      codes.set(code, { ...approval, until: Date.now() + LIFETIME_MS })
      return code
    },
    redeem(code, appId) {
      const approval = codes.get(code)
      if (approval === undefined || approval.appId !== appId) return undefined
      codes.delete(code)
      return approval.until > Date.now() ? approval : undefined
    },
  }
}
