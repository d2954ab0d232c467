import { describe, expect, test } from 'vitest'
import { interleave, median, quantile } from '../bench/measure'
import { json, markdown, table } from '../bench/report'
import { bounded, faster, isMet, type Row, relative } from '../bench/row'

const row = (change: Partial<Row>): Row => ({ name: 'a', value: 2, unit: 'ms', against: 'b', ratio: 3, ...change })

describe('a row of the benchmarks', () => {
  test('meets its target on the bound itself, and misses it just beyond', () => {
    expect(isMet(row({ ratio: 1.25, target: { atMost: 1.25 } }))).toBe(true)
    expect(isMet(row({ ratio: 1.2501, target: { atMost: 1.25 } }))).toBe(false)
    expect(isMet(row({ ratio: 400, target: { atLeast: 400 } }))).toBe(true)
    expect(isMet(row({ ratio: 399.9, target: { atLeast: 400 } }))).toBe(false)
  })

  test('is held to its value where the target is absolute, whatever the ratio', () => {
    expect(isMet(row({ value: 0.3, ratio: 9, target: { of: 'value', atMost: 0.3 } }))).toBe(true)
    expect(isMet(row({ value: 0.31, ratio: 0, target: { of: 'value', atMost: 0.3 } }))).toBe(false)
  })

  test('is neither met nor missed without a target, and missed when nothing was measured', () => {
    expect(isMet(row({}))).toBeNull()
    expect(isMet(row({ ratio: Number.NaN, target: { atMost: 1 } }))).toBe(false)
    expect(isMet(row({ ratio: Number.NaN, target: { atLeast: 1 } }))).toBe(false)
  })

  test('says how many times faster ours is, how many times as long, or how much of its bound it takes', () => {
    expect(faster('a', 2, 'ms', 800, 'b', 400)).toMatchObject({ ratio: 400, target: { atLeast: 400 } })
    expect(relative('a', 3, 'ms', 2, 'b', 1.25)).toMatchObject({ ratio: 1.5, target: { atMost: 1.25 } })
    expect(bounded('a', 75, 'MiB', 150, 'b')).toMatchObject({ ratio: 0.5, target: { of: 'value', atMost: 150 } })
  })
})

describe('times', () => {
  test('have a median between the middle two, and quantiles between the nearest two', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(quantile([1, 2, 3, 4, 5], 0.99)).toBeCloseTo(4.96)
    expect(median([])).toBeNaN()
  })

  test('are taken of all in every round, and each round begins with another', async () => {
    const ran: string[] = []
    const note = (name: string) => (round: number) => ran.push(`${name}${round}`)
    const times = await interleave(3, { a: note('a'), b: note('b') })
    expect(ran).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2'])
    expect(times.a).toHaveLength(3)
    expect(times.b).toHaveLength(3)
  })
})

describe('the report of the benchmarks', () => {
  const report = {
    parts: ['commit'],
    rows: [faster('commit_vs_json', 0.5, 'ms', 100, 'one file', 400), bounded('page_100k_ms', 0.2, 'ms', 0.3, 'a page')],
    missing: [{ names: ['executor_get'], why: 'it does not start' }],
  }

  test('says for programs what is bounded, from which side, and whether it holds', () => {
    expect(json(report)).toEqual({
      parts: ['commit'],
      rows: [
        {
          ...{ name: 'commit_vs_json', value: 0.5, unit: 'ms', against: 'one file', ratio: 200 },
          ...{ target: 400, targetOf: 'ratio', bound: 'at least', met: false },
        },
        {
          ...{ name: 'page_100k_ms', value: 0.2, unit: 'ms', against: 'a page', ratio: 0.2 / 0.3 },
          ...{ target: 0.3, targetOf: 'value', bound: 'at most', met: true },
        },
      ],
      missing: [{ names: ['executor_get'], why: 'it does not start' }],
    })
  })

  test('leaves no row out of either table that was not measured', () => {
    expect(table(report)).toMatch(/^commit_vs_json +0\.500 ms +one file +200x +≥ 400x +no$/m)
    expect(table(report)).toContain('not measured: executor_get: it does not start')
    expect(markdown(report).split('\n')).toEqual([
      '| name | value | against | ratio | target | met |',
      '| --- | --- | --- | --- | --- | --- |',
      '| `commit_vs_json` | 0.500 ms | one file | 200x | ≥ 400x | no |',
      '| `page_100k_ms` | 0.200 ms | a page | 0.667x | ≤ 0.3 ms | yes |',
      '| `executor_get` | not measured | it does not start |  |  |  |',
    ])
  })
})
