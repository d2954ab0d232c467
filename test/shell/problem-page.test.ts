import { describe, expect, test } from 'vitest'
import { answerFromApp } from '../../src-main/shell/app-protocol'
import { isProblemAddress, isRestartAddress, type Problem, problemAddress } from '../../src-main/shell/problem-page'

/** Of the built page nothing is there, as after a bad installation. */
const get = (url: string) => answerFromApp('/nowhere', { method: 'GET', url })

describe('the page of a problem', () => {
  test.each<[Problem, string, string]>([
    ['window', 'The window stopped working', 'Restart'],
    ['preload', 'The window cannot reach the vault', 'Restart'],
    ['engine', 'The vault’s process keeps stopping', 'Try again'],
  ])('%s is there without any file of the build, says what happened, and has a way out', async (problem, title, action) => {
    const response = await get(problemAddress(problem))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const html = await response.text()
    expect(html).toContain(`<h1>${title}</h1>`)
    const [, link, text] = /<a href="([^"]+)"[^>]*>([^<]+)</.exec(html) ?? []
    expect(text).toBe(action)
    expect(isRestartAddress(new URL(link ?? '', 'app://neurocad').href)).toBe(true)
  })

  test('needs no script and nothing inline, and keeps the policy of the page', async () => {
    const response = await get(problemAddress('window'))
    expect(await response.text()).not.toMatch(/<script|<style|style=|\son[a-z]+=|javascript:/i)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('has its style beside it', async () => {
    const [, path = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(await (await get(problemAddress('engine'))).text()) ?? []
    const style = await get(new URL(path, 'app://neurocad').href)
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(await style.text()).toContain('color-scheme')
  })
})

test('only addresses of the application count as a problem or as a restart', () => {
  expect(isProblemAddress('app://neurocad/problem/window')).toBe(true)
  expect(isRestartAddress('app://neurocad/problem/restart')).toBe(true)
  for (const address of ['https://neurocad/problem/restart', 'app://other/problem/restart', 'app://neurocad/connect', 'x', '']) {
    expect(isProblemAddress(address), address).toBe(false)
    expect(isRestartAddress(address), address).toBe(false)
  }
})

test('an unknown problem is no page of its own', async () => {
  expect((await get('app://neurocad/problem/other')).status).toBe(404)
})
