/** Who a service acts for. */
export interface Identity {
  subject: string
  /** What people call them. */
  label: string
  /** When the token that said so ends; milliseconds since the epoch. */
  expiresAt: number
}

/** Whose identity token this is. Rejects with `ServiceRefusal`: none was presented, it has expired, or it is not good. */
export type IdentityCheck = (token: string | undefined) => Promise<Identity>
