import type { EmulatorOptions } from 'emulate'

/** A person as an emulated service knows them. Ids are made from the subject, so that they are the same after a restart. */
export interface EmulatedPerson {
  subject: string
  label: string
  email: string
  /** A UUID. */
  id: string
}

/** The one app registered at an emulated service. */
export interface EmulatedApp {
  clientId: string
  clientSecret: string
  name: string
  redirectUris: readonly string[]
}

/** One of emulate's services, as far as it differs from the others. Paths are the real service's own. */
export interface EmulatedService {
  /** In emulate; also names the file that its grants are kept in. */
  emulator: EmulatorOptions['service']
  type: string
  name: string
  clientId: string
  /** A client secret as the real service makes them, of 64 random bytes. */
  secretOf(random: Buffer): string
  /** Whether it also answers by a link of the desktop application. */
  takesLinks?: true
  paths: {
    authorize: string
    /** Where the emulator's own consent page posts to. */
    approve: string
    token: string
    /** Undefined where the real service ends no tokens on request. */
    revoke?: string
  }
  /** Paths that need no token: what says where everything is, and with which keys it signs. */
  open: RegExp
  /** What the emulator's consent page posts to say who approves. */
  approver(person: EmulatedPerson): Record<string, string>
  /** Where the emulator draws a person's id anew at every start: the path that tells it, and the name it goes by. */
  drawnId?: { path: string; name: string }
  seed(people: readonly EmulatedPerson[], app: EmulatedApp): Record<string, unknown>
  /** What replaces the public addresses. */
  endpoints(url: string): Record<string, string>
  /** What a person would enter beside the client id and secret. */
  appFields?(url: string): Record<string, string>
}
