import { isJsonObject, type Json } from './json'

/** What a template asks for: `{{nodes.<id>.output.<path>}}`. An empty path asks for the whole output. */
export interface Reference {
  nodeId: string
  path: readonly string[]
}

/** A text in its parts, in order: what stands there as it is, and what is asked for. */
export type TemplatePart = string | Reference

/** What a text holds besides its templates is wrong: a `{{` that begins none, or a name that leads to what every object has. */
export type TemplateFault = { kind: 'malformed' } | { kind: 'forbidden'; segment: string }

/** Own properties alone are ever looked up; these are refused all the same, because nobody asks for them by mistake. */
const forbidden = new Set(['__proto__', 'prototype', 'constructor'])

// Sticky, so that each is tried where a `{{` is and nowhere else.
const reference = /\{\{\s*nodes\.([A-Za-z0-9_-]{1,64})\.output((?:\.[^\s.{}[\]()]{1,200}|\[\d{1,9}\]){0,64})\s*\}\}/y

/** The parts of a text, or what is wrong with it. */
export function parseTemplate(text: string): { parts: TemplatePart[] } | { fault: TemplateFault } {
  const parts: TemplatePart[] = []
  let at = 0
  for (let start = text.indexOf('{{'); start !== -1; start = text.indexOf('{{', at)) {
    reference.lastIndex = start
    const match = reference.exec(text)
    if (match === null) return { fault: { kind: 'malformed' } }
    const path = segmentsOf(match[2] ?? '')
    const segment = path.find((one) => forbidden.has(one))
    if (segment !== undefined) return { fault: { kind: 'forbidden', segment } }
    if (start > at) parts.push(text.slice(at, start))
    parts.push({ nodeId: match[1] ?? '', path })
    at = reference.lastIndex
  }
  if (at < text.length) parts.push(text.slice(at))
  return { parts }
}

/** `.items[0].name` and `.items.0.name` are the same. */
const segmentsOf = (path: string): string[] =>
  [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? index ?? '')

/** Every text in a value, by where it is. The value is JSON of a bounded depth. */
export function* textsIn(value: Json, path: string): Generator<{ path: string; text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  else if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* textsIn(one, `${path}.${index}`)
  else if (isJsonObject(value)) for (const [key, one] of Object.entries(value)) yield* textsIn(one, `${path}.${key}`)
}
