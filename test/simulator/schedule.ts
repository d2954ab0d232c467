import type { ConnectionView } from '../../src-shared/contract/connection'
import { FakeClock } from '../fakes/clock'
import { SeededRandom } from '../fakes/seeded-random'
import { judge, judgeRetries } from './judge'
import { context, Machine } from './machine'
import { calm, type Weather } from './network'
import type { Template } from './template'

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/** A provider without any retry window, one with a short one, one with a long one, and one that rotates nothing. */
const windows = [0, 30 * SECOND, 10 * MINUTE, undefined] as const

/** What one schedule came to: nothing but what it did, where all went well. */
export interface Report {
  seed: number
  violations: string[]
  log: string[]
}

/** One life after another of the real engine, with everything going wrong that the seed says, and the judgement at the end. */
export async function runSchedule(template: Template, seed: number): Promise<Report> {
  const run = new Schedule(template, seed)
  await run.begin()
  const actions = 4 + run.random.below(9)
  for (let index = 0; index < actions; index++) await run.act()
  await run.calmDown()
  return { seed, violations: [...run.server.violations, ...(await run.judgement())], log: run.log }
}

class Schedule {
  readonly random: SeededRandom
  readonly log: string[] = []
  readonly server: Template['server']
  private machine!: Machine
  private clock: FakeClock
  /** How far the machine's clock is from true time. */
  private skew = 0
  private lastRefreshAt = new Map<string, string | null>()
  private resolving: Promise<unknown>[] = []

  constructor(
    private readonly template: Template,
    seed: number,
  ) {
    this.random = new SeededRandom(seed)
    this.clock = new FakeClock(template.wall)
    this.server = template.server.copy(() => this.trueTime(), windows)
  }

  async begin(): Promise<void> {
    this.machine = await this.start(this.template.files)
  }

  async act(): Promise<void> {
    const { random } = this
    await random.pick([
      () => this.pass(random.pick([50, SECOND, 5 * SECOND, 20 * SECOND, MINUTE, 3 * MINUTE])),
      () => this.pass(random.pick([SECOND, 10 * SECOND, MINUTE])),
      () => this.turn(),
      () => this.turn(),
      () => this.use(1 + random.below(20)),
      () => this.use(1),
      () => this.die(random.below(12)),
      () => this.restart(random.pick(['killed', 'power cut'])),
      () => this.sleep(random.pick([SECOND, MINUTE, 20 * MINUTE, DAY])),
      () => this.setClock((random.chance(0.5) ? 1 : -1) * random.pick([SECOND, 5 * MINUTE, DAY])),
    ])()
    if (this.machine.isDead) await this.restart(random.pick(['killed', 'power cut']))
  }

  /** Everything works again, for long enough that everything that can recover has. */
  async calmDown(): Promise<void> {
    this.machine.network.weather = calm
    this.log.push('calm')
    await this.machine.pass(7 * MINUTE)
  }

  async judgement(): Promise<string[]> {
    const { useCases } = this.machine.session
    const views: ConnectionView[] = []
    for (const id of this.template.ids) {
      const testing = useCases.connection.test(context, { id }).catch(() => undefined)
      await this.machine.pass(20 * SECOND)
      await testing
      views.push(await useCases.connection.get(context, { id: id as ConnectionView['id'] }))
    }
    const found = [...judgeRetries(this.server), ...(await judge(views, this.server, (id) => this.tokenOf(id)))]
    if (this.machine.network.mostInFlight > 5) found.push(`${this.machine.network.mostInFlight} requests at once`)
    await this.machine.kill('killed')
    await Promise.allSettled(this.resolving)
    return found
  }

  private async tokenOf(id: string): Promise<string | undefined> {
    const resolving = this.machine.session.resolve(context.actor, id)
    resolving.catch(() => undefined)
    await this.machine.pass(20 * SECOND)
    return (await resolving).headers.authorization?.replace('Bearer ', '')
  }

  private trueTime(): number {
    return this.clock.now() - this.skew
  }

  private async start(files: Template['files']): Promise<Machine> {
    return Machine.start({
      clock: this.clock,
      files,
      server: this.server,
      random: this.random,
      onRefreshed: (view) => this.noteRefreshed(view),
    })
  }

  /** Told of a refresh only after it was committed: its tokens are on the disk. */
  private noteRefreshed({ id, lastRefreshAt }: ConnectionView): void {
    if (this.lastRefreshAt.get(id) === lastRefreshAt) return
    this.lastRefreshAt.set(id, lastRefreshAt)
    if (lastRefreshAt !== null) this.server.durable(this.template.ids.indexOf(id))
  }

  private async pass(milliseconds: number): Promise<void> {
    this.log.push(`pass ${milliseconds}`)
    await this.machine.pass(milliseconds)
  }

  private async turn(): Promise<void> {
    const { random } = this
    const some = () => (random.chance(0.4) ? random.next() * 0.7 : 0)
    const weather: Weather = {
      requestLost: some(),
      answerLost: some(),
      late: some(),
      twice: some(),
      trouble: some(),
      tooMany: some(),
    }
    this.machine.network.weather = random.chance(0.3) ? calm : weather
    this.log.push(`weather ${JSON.stringify(this.machine.network.weather)}`)
  }

  private async use(times: number): Promise<void> {
    const id = this.random.pick(this.template.ids as [string, ...string[]])
    this.log.push(`use ${this.template.ids.indexOf(id)} ${times} times`)
    for (let index = 0; index < times; index++) {
      const resolving = this.machine.session.resolve(context.actor, id)
      resolving.catch(() => undefined)
      this.resolving.push(resolving)
    }
    await this.machine.pass(this.random.pick([0, 10, SECOND]))
  }

  private async die(steps: number): Promise<void> {
    this.log.push(`die after ${steps} steps`)
    this.machine.diesAfter(steps)
    await this.machine.pass(this.random.pick([SECOND, 2 * MINUTE]))
    if (!this.machine.isDead) await this.restart('killed')
  }

  private async restart(how: 'killed' | 'power cut'): Promise<void> {
    this.log.push(how)
    const { weather } = this.machine.network
    const end = this.trueTime()
    const files = await this.machine.kill(how)
    const began = end + this.random.pick([100, SECOND, MINUTE, 20 * MINUTE])
    this.clock = new FakeClock(began + this.skew, this.random.below(1_000_000))
    this.machine = await this.start(files)
    this.machine.network.weather = weather
  }

  /** Wall-clock time passes, monotonic time does not, and whatever was on the network is gone. */
  private async sleep(milliseconds: number): Promise<void> {
    this.log.push(`sleep ${milliseconds}`)
    this.machine.network.breakAll()
    this.machine.clock.jump(milliseconds)
    await this.machine.pass(SECOND)
  }

  private async setClock(by: number): Promise<void> {
    this.log.push(`set the clock by ${by}`)
    this.skew += by
    this.machine.clock.jump(by)
    await this.machine.pass(SECOND)
  }
}
