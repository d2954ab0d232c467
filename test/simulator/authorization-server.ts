/** Seconds that an access token lives. Short, so that a schedule of minutes sees many refreshes. */
const ACCESS_SECONDS = 300

/** Everything that came of one authorization (RFC 9700, section 4.14): tokens that replace each other until all are revoked. */
interface Family {
  name: string
  /** Milliseconds for which a token that was just replaced answers its successors again; undefined where nothing rotates. */
  window: number | undefined
  current: string
  access: Access
  /** Those before it: they are good until they end, as most servers have it. */
  earlier: Access[]
  replaced: Map<string, Replaced>
  isRevoked: boolean
}

interface Access {
  token: string
  endsAt: number
}

interface Replaced {
  at: number
  /** The machine has its successor on the disk. */
  isDurable: boolean
  delivered: boolean
  /** When it was presented again. */
  retriedAt: number[]
}

export interface ServerAnswer {
  status: number
  body: Record<string, unknown>
  /** To be called when the answer reaches the machine. */
  delivered(): void
}

/**
 * What a strict authorization server does with refresh tokens, by its own clock: rotation, a retry window, and detection of
 * reuse, which ends the whole family. It also keeps what nobody but the judge of a schedule should know.
 */
export class AuthorizationServer {
  readonly families: Family[] = []
  /** What a machine must never do, as it is seen doing it. */
  readonly violations: string[] = []
  private serial = 0

  constructor(
    private readonly now: () => number,
    private readonly windows: readonly (number | undefined)[],
  ) {}

  /** Redeems any code: the next family begins. */
  authorize(): ServerAnswer {
    const name = `family-${this.families.length}`
    const window = this.windows[this.families.length % this.windows.length]
    const family: Family = {
      name,
      window,
      current: this.token('refresh'),
      access: this.access(),
      earlier: [],
      replaced: new Map(),
      isRevoked: false,
    }
    this.families.push(family)
    return this.answer(family)
  }

  refresh(token: string): ServerAnswer {
    const family = this.families.find(({ current, replaced }) => current === token || replaced.has(token))
    const refused: ServerAnswer = { status: 400, body: { error: 'invalid_grant' }, delivered: () => undefined }
    if (!family || family.isRevoked) return refused
    if (family.current === token) return this.rotate(family)
    const replaced = family.replaced.get(token)
    if (!replaced) return refused
    if (replaced.isDurable) this.violations.push(`${family.name}: a token was sent again after its successor was durable`)
    replaced.retriedAt.push(this.now())
    const isNewest = [...family.replaced.keys()].at(-1) === token
    if (isNewest && this.now() - replaced.at <= (family.window ?? 0)) return this.answer(family, replaced)
    family.isRevoked = true
    return refused
  }

  /** Who an access token belongs to; undefined for one that is not, or no longer, good. */
  whoHas(token: string): string | undefined {
    const isGood = (access: Access) => access.token === token && this.now() < access.endsAt
    return this.families.find(({ access, earlier, isRevoked }) => !isRevoked && [access, ...earlier].some(isGood))?.name
  }

  /** The machine has shown that what it was last given for this family is on its disk. */
  durable(index: number): void {
    for (const replaced of this.families[index]?.replaced.values() ?? []) replaced.isDurable ||= replaced.delivered
  }

  /** The same server at this moment, for a schedule of its own. */
  copy(now: () => number, windows: readonly (number | undefined)[]): AuthorizationServer {
    const copy = new AuthorizationServer(now, windows)
    copy.serial = this.serial
    for (const [index, family] of this.families.entries()) {
      copy.families.push({ ...family, window: windows[index], earlier: [...family.earlier], replaced: new Map() })
    }
    return copy
  }

  private rotate(family: Family): ServerAnswer {
    family.earlier.push(family.access)
    family.access = this.access()
    if (family.window === undefined) return this.answer(family)
    const replaced: Replaced = { at: this.now(), isDurable: false, delivered: false, retriedAt: [] }
    family.replaced.set(family.current, replaced)
    family.current = this.token('refresh')
    return this.answer(family, replaced)
  }

  private answer(family: Family, replaced?: Replaced): ServerAnswer {
    const { current, access } = family
    return {
      status: 200,
      body: {
        access_token: access.token,
        token_type: 'Bearer',
        expires_in: Math.max(1, Math.floor((access.endsAt - this.now()) / 1000)),
        refresh_token: current,
      },
      delivered: () => {
        if (replaced) replaced.delivered = true
      },
    }
  }

  private access(): Access {
    return { token: this.token('access'), endsAt: this.now() + ACCESS_SECONDS * 1000 }
  }

  private token(kind: string): string {
    return `${kind}-${this.serial++}`
  }
}
