import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(resolve(import.meta.dirname, '../../src-renderer/styles/tokens.css'), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
)

const surfaces = ['rail', 'page', 'card', 'float', 'sunken', 'hover', 'pressed']
const pairs: [text: string, on: string][] = [
  ...surfaces.flatMap((on): [string, string][] => [
    ['ink', on],
    ['muted', on],
  ]),
  ...['ok', 'warn', 'bad', 'gone', 'managed'].flatMap((status): [string, string][] => [
    [`${status}-ink`, `${status}-soft`],
    [`${status}-ink`, 'card'],
    [`${status}-ink`, 'page'],
  ]),
  ['accent-ink', 'accent-soft'],
  ['accent-ink', 'page'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'danger'],
  ['on-accent', 'danger-hover'],
  ['ink', 'accent-soft'],
  ['muted', 'accent-soft'],
]

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

test.each(['light', 'dark'] as const)('every text has a contrast of at least 4.5:1 on what it is laid on (%s)', (theme) => {
  const failing = pairs
    .map(([text, on]) => ({ text, on, ratio: contrast(tokens.get(text)?.[theme] ?? '#', tokens.get(on)?.[theme] ?? '#') }))
    .filter(({ ratio }) => !(ratio >= 4.5))
  expect(failing).toEqual([])
})

test.each(['light', 'dark'] as const)('the focus ring has a contrast of at least 3:1 on every surface (%s)', (theme) => {
  const failing = surfaces
    .map((on) => ({ on, ratio: contrast(tokens.get('focus')?.[theme] ?? '#', tokens.get(on)?.[theme] ?? '#') }))
    .filter(({ ratio }) => !(ratio >= 3))
  expect(failing).toEqual([])
})
