import { openSession, type Session } from '../../src-main/engine/session'
import type { ConnectionView } from '../../src-shared/contract/connection'
import { Subject } from '../../src-shared/domain/identifiers'
import { cheapKdf, password, quickDerive } from '../engine/vault/vault-fixture'
import type { FakeClock } from '../fakes/clock'
import { FakeFiles } from '../fakes/files'
import { FakeLogger } from '../fakes/logger'
import type { SeededRandom } from '../fakes/seeded-random'
import type { AuthorizationServer } from './authorization-server'
import { Network } from './network'

export const context = {
  actor: { subject: Subject.parse('user_ada'), label: 'Ada', org: 'org_one', owner: true },
  callbackOrigin: 'http://127.0.0.1:41234',
}

/** One life of the program, from a start to a kill: its clock, disk, network and session. */
export class Machine {
  readonly network: Network
  readonly logger = new FakeLogger()
  private deadAt: number | undefined

  private constructor(
    readonly clock: FakeClock,
    readonly disk: FakeFiles,
    server: AuthorizationServer,
    private readonly random: SeededRandom,
    private readonly onRefreshed: (view: ConnectionView) => void,
  ) {
    this.network = new Network(clock, server, random)
  }

  session!: Session

  static async start(from: {
    clock: FakeClock
    files: FakeFiles | undefined
    server: AuthorizationServer
    random: SeededRandom
    onRefreshed(view: ConnectionView): void
  }): Promise<Machine> {
    const disk = from.files?.copy() ?? new FakeFiles()
    const machine = new Machine(from.clock, disk, from.server, from.random, from.onRefreshed)
    await machine.open(from.files === undefined)
    return machine
  }

  /** From here on no write reaches the disk, and no answer the program. */
  diesAfter(steps: number): void {
    this.deadAt = this.disk.steps + steps
    this.disk.fails({ at: this.deadAt + 1, half: this.random.chance(0.5), once: false })
  }

  get isDead(): boolean {
    return this.deadAt !== undefined && this.disk.steps > this.deadAt
  }

  /** Ends this life where it stands; answers what is on the disk for the next one. */
  async kill(how: 'killed' | 'power cut'): Promise<FakeFiles> {
    const left = how === 'killed' ? this.disk.copy() : this.disk.afterPowerCut()
    if (!this.isDead) this.diesAfter(0)
    this.network.shutDown()
    // So that nothing of it stays in this process: its own close fails on its dead disk, which is what happened to it.
    const closed = this.session.close().catch(() => undefined)
    await this.settle()
    this.clock.advance(5000)
    await closed
    return left
  }

  /** Lets time pass, one timer after the other, and whatever each sets off run to its end. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.clock.monotonic() + milliseconds
    for (;;) {
      await this.settle()
      if (this.isDead) return
      const next = this.clock.nextTimer()
      if (next === undefined || next > end) break
      this.clock.advance(Math.max(0, next - this.clock.monotonic()))
    }
    this.clock.advance(end - this.clock.monotonic())
    await this.settle()
  }

  /** Until nothing moves any more without time passing. */
  async settle(): Promise<void> {
    let before = -1
    for (let quiet = 0; quiet < 2; ) {
      await new Promise((resolve) => setImmediate(resolve))
      const now = this.disk.steps + this.network.requests * 1000 + this.clock.timersSet * 1_000_000
      quiet = now === before ? quiet + 1 : 0
      before = now
    }
  }

  private async open(create: boolean): Promise<void> {
    this.session = await openSession(
      {
        clock: this.clock,
        files: this.disk,
        fetch: this.network.fetch,
        logger: this.logger,
        random: this.random.next,
        derive: quickDerive,
        publish: ({ event }) => {
          if (event.kind === 'connection') this.onRefreshed(event.connection)
        },
      },
      { demo: false, endpoints: {}, firstApps: {}, kdf: cheapKdf },
      create ? { create, password } : { create, password },
    )
  }
}
