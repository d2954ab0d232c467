import { expect, test } from 'vitest'
import { CrashHistory } from '../../src-main/shell/crash-history'

test('a page that crashes is loaded again once, then told about, then given up', () => {
  const history = new CrashHistory()
  expect([0, 20_000, 40_000, 50_000].map((now) => history.crashed(now))).toEqual(['reload', 'tell', 'give_up', 'give_up'])
})

test('crashes a minute apart have nothing to do with each other', () => {
  const history = new CrashHistory()
  expect([0, 60_000, 120_000].map((now) => history.crashed(now))).toEqual(['reload', 'reload', 'reload'])
})
