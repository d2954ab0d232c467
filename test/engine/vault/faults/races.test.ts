import { expect, test } from 'vitest'
import { EngineError } from '../../../../src-main/engine/error'
import type { FakeFiles } from '../../../fakes/files'
import { SeededRandom } from '../../../fakes/seeded-random'
import { add, names, newVault, remove, unlock, vaultPorts } from '../vault-fixture'
import { range, tryEach } from './try-each'

const RACES = 1000
/** Every so many of them compact and come back after they were refused, which takes several times as long. */
const LONG_EVERY = 10

/** Whose turn it is on a disk that several ask at once: one at a time, as the seed says. */
class Turns {
  private waiting: (() => void)[] = []
  private running = false

  constructor(private readonly random: SeededRandom) {}

  readonly take = (): Promise<void> =>
    new Promise((resolve) => {
      this.waiting.push(resolve)
      if (!this.running) void this.run()
    })

  private async run(): Promise<void> {
    this.running = true
    while (this.waiting.length > 0) {
      const [next] = this.waiting.splice(this.random.below(this.waiting.length), 1)
      next?.()
      await new Promise((resolve) => setImmediate(resolve))
    }
    this.running = false
  }
}

interface Acknowledged {
  process: number
  name: string
}

/** One process: opens the vault and writes until it has done what it came for or is refused by name. Then it may come again. */
async function runProcess(process: number, files: FakeFiles, random: SeededRandom, isLong: boolean, done: Acknowledged[]) {
  for (let life = 0; life < (isLong ? 2 : 1); life++) {
    const vault = await unlock(vaultPorts(files, isLong ? 4 * 1024 : undefined)).catch(expectOvertaken)
    if (!vault) continue
    let last: string | undefined
    for (let step = 0; step < 2; step++) {
      const name = `P${process} life ${life} step ${step}`
      const added = await add(vault, name, random.chance(0.5) ? 'x'.repeat(3000) : 'token').catch(expectOvertaken)
      if (added) done.push({ process, name })
      if (isLong && last) await remove(vault, last).catch(expectOvertaken)
      last = added ?? undefined
    }
    await vault.close()
  }
}

function expectOvertaken(error: unknown): undefined {
  if (!(error instanceof EngineError && error.code === 'VAULT_READ_ONLY' && error.message.includes('Another process')))
    throw error
  return undefined
}

async function race(seed: number, made: FakeFiles): Promise<void> {
  const random = new SeededRandom(seed)
  const files = made.copy()
  files.turn = new Turns(random).take
  const done: Acknowledged[] = []
  const isLong = seed % LONG_EVERY === 0
  await Promise.all([0, 1].map((process) => runProcess(process, files, random, isLong, done)))
  files.turn = undefined
  expect(files.opened).toEqual([])
  const ports = vaultPorts(files.copy())
  const vault = await unlock(ports)
  const found = names(vault)
  // Nothing acknowledged is overwritten by the other, whoever of them was the stale one.
  for (const { name } of done) expect(found).toContain(name)
  expect(vault.found?.findings.files).toEqual([])
  await vault.close()
  expect(ports.logger.lines.filter(({ level }) => level === 'error')).toEqual([])
}

test(`${RACES} races of two processes on one folder have one writer at a time: a stale one is refused, and nothing acknowledged is lost`, async () => {
  const { ports, vault } = await newVault()
  await add(vault, 'First')
  await vault.close()
  const made = ports.files
  made.contents.set('journal-1', (made.contents.get('journal-1') ?? new Uint8Array()).slice(0, 4096))
  await tryEach(range(0, RACES), (seed) => race(seed, made))
}, 600_000)
