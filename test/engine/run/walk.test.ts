import { describe, expect, test } from 'vitest'
import { Plan, type PlanEdge, type PlanNode } from '../../../src-main/engine/run/plan'
import { type Scope, type Step, type Walker, walk } from '../../../src-main/engine/run/walk'
import type { Json } from '../../../src-shared/domain/recipe/json'

/** `a>b` for an edge, `a>b?yes` and `a>b?no` for one of a `control.if`. A node is what its id begins with. */
function planOf(text: string): { plan: Plan; ids: string[] } {
  const edges = text
    .split(' ')
    .filter((part) => part.includes('>'))
    .map((part): PlanEdge => {
      const [, from = '', to = '', when] = /^(\w+)>(\w+)(?:\?(yes|no))?$/.exec(part) ?? []
      return { from, to, ...(when === undefined ? {} : { when: when === 'yes' }) }
    })
  const ids = [...new Set(text.match(/\w+/g)?.filter((id) => id !== 'yes' && id !== 'no'))]
  const kind = (id: string) => (id.startsWith('each') ? 'control.each' : id.startsWith('if') ? 'control.if' : 'local.set')
  return {
    plan: new Plan(
      ids.map((id): PlanNode => ({ id, kind: kind(id) })),
      edges,
    ),
    ids,
  }
}

/** Walks, and tells in which order nodes were run, each with the items it was run for. */
async function walked(text: string, answers: Record<string, (scope: Scope) => Step | undefined> = {}) {
  const { plan, ids } = planOf(text)
  const ran: string[] = []
  let isStopped = false
  const walker: Walker = {
    act: async (id, scope) => {
      ran.push([id, ...scope.path].join(':'))
      const answer = answers[id]
      const step = answer ? answer(scope) : { output: id }
      if (step === undefined) isStopped = true
      return step
    },
    begins: (id) => !id.startsWith('not'),
    isStopped: () => isStopped,
    walked: async () => undefined,
  }
  const outputs = await walk(plan, ids, { outputs: new Map(), path: [] }, walker)
  return { ran, outputs }
}

const list =
  (...items: Json[]) =>
  (): Step => ({ output: { items, count: items.length }, items })
const answer = (branch: boolean) => (): Step => ({ output: { result: branch }, branch })

describe('an order', () => {
  test('each node comes after all that lead to it', async () => {
    const { ran } = await walked('a>b a>c b>d c>d')
    expect(ran[0]).toBe('a')
    expect(ran[3]).toBe('d')
  })

  test('a chain of a thousand is walked to its end', async () => {
    const chain = Array.from({ length: 999 }, (_, index) => `n${index}>n${index + 1}`).join(' ')
    expect((await walked(chain)).ran).toHaveLength(1000)
  })

  test('at most four are at work at once', async () => {
    const { plan, ids } = planOf(Array.from({ length: 20 }, (_, index) => `n${index}`).join(' '))
    let [now, most] = [0, 0]
    const walker: Walker = {
      act: async () => {
        most = Math.max(most, ++now)
        await Promise.resolve()
        now--
        return { output: null }
      },
      begins: () => true,
      isStopped: () => false,
      walked: async () => undefined,
    }
    await walk(plan, ids, { outputs: new Map(), path: [] }, walker)
    expect(most).toBe(4)
  })

  test('what does not begin in this run is passed over, with all that lies only behind it', async () => {
    const { ran } = await walked('not1>a b>c a>d c>d')
    expect(ran).toEqual(['b', 'c', 'd'])
  })

  test('after a failure nothing more is begun', async () => {
    const { ran } = await walked('a>b b>c a>d', { b: () => undefined })
    expect(ran).toEqual(['a', 'b'])
  })
})

describe('branches', () => {
  const diamond = 'if1>yes1?yes if1>no1?no yes1>end no1>end if1>both'

  test.each([
    [true, ['if1', 'yes1', 'both', 'end']],
    [false, ['if1', 'no1', 'both', 'end']],
  ])('%s leads one way, and what both ways lead to is run once', async (branch, expected) => {
    const { ran } = await walked(diamond, { if1: answer(branch) })
    expect(ran).toEqual(expected)
  })

  test('what lies only behind the other way is passed over, however far', async () => {
    const { ran } = await walked('if1>a?yes a>b b>c', { if1: answer(false) })
    expect(ran).toEqual(['if1'])
  })
})

describe('lists', () => {
  test('what lies only behind is run once for each item, in order, with the item at hand', async () => {
    const seen: Json[] = []
    const { ran, outputs } = await walked('each1>a a>b', {
      each1: list('x', 'y'),
      a: ({ outputs, path }) => {
        seen.push(outputs.get('each1') ?? null)
        return { output: `a of ${path}` }
      },
      b: ({ outputs }) => ({ output: `b after ${outputs.get('a')}` }),
    })
    expect(ran).toEqual(['each1', 'a:0', 'b:0', 'a:1', 'b:1'])
    expect(seen).toEqual([
      { item: 'x', index: 0, items: ['x', 'y'] },
      { item: 'y', index: 1, items: ['x', 'y'] },
    ])
    expect(outputs.get('b')).toEqual(['b after a of 0', 'b after a of 1'])
    expect(outputs.get('each1')).toEqual({ items: ['x', 'y'], count: 2 })
  })

  test('what something else leads to as well is run once, afterwards, with the list of what came of each', async () => {
    const { ran, outputs } = await walked('each1>a a>end b>end', {
      each1: list(1, 2, 3),
      end: ({ outputs }) => ({ output: outputs.get('a') ?? null }),
    })
    expect(ran).toEqual(['each1', 'b', 'a:0', 'a:1', 'a:2', 'end'].sort((x, y) => ran.indexOf(x) - ran.indexOf(y)))
    expect(ran.at(-1)).toBe('end')
    expect(outputs.get('end')).toEqual(['a', 'a', 'a'])
  })

  test('an empty list runs nothing behind it', async () => {
    expect((await walked('each1>a a>b', { each1: list() })).ran).toEqual(['each1'])
  })

  test('a list within a list is walked for each of the outer one', async () => {
    const { ran } = await walked('each1>each2 each2>a', { each1: list('x', 'y'), each2: list(1, 2) })
    expect(ran).toEqual(['each1', 'each2:0', 'a:0:0', 'a:0:1', 'each2:1', 'a:1:0', 'a:1:1'])
  })

  test('each item takes its own branch', async () => {
    const { ran } = await walked('each1>if1 if1>a?yes if1>b?no', {
      each1: list(true, false),
      if1: ({ outputs }) => answer((outputs.get('each1') as { item: boolean }).item)(),
    })
    expect(ran).toEqual(['each1', 'if1:0', 'a:0', 'if1:1', 'b:1'])
  })

  test('a failure for one item ends the walk', async () => {
    const { ran } = await walked('each1>a a>b', {
      each1: list(1, 2, 3),
      a: ({ path }) => (path[0] === 1 ? undefined : { output: null }),
    })
    expect(ran).toEqual(['each1', 'a:0', 'b:0', 'a:1'])
  })
})
