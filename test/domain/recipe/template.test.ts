import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../../../src-shared/domain/recipe/json'
import { MOST_RESOLVED_BYTES, resolveTemplates, TemplateError } from '../../../src-shared/domain/recipe/resolve-template'
import { parseTemplate } from '../../../src-shared/domain/recipe/template'

const outputs = (given: Record<string, unknown>) => new Map(Object.entries(given) as [string, Json][])
const failure = (work: () => unknown): TemplateError => {
  try {
    work()
  } catch (error) {
    if (error instanceof TemplateError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const issue = { number: 7, title: 'Broken', labels: ['a', 'b'], user: { login: 'ada' }, closed: null, open: true }

test.each<[Json, Json]>([
  ['{{nodes.gh.output.number}}', 7],
  ['{{ nodes.gh.output.number }}', 7],
  ['{{nodes.gh.output.labels}}', ['a', 'b']],
  ['{{nodes.gh.output.labels.1}}', 'b'],
  ['{{nodes.gh.output.labels[1]}}', 'b'],
  ['{{nodes.gh.output.closed}}', null],
  ['{{nodes.gh.output}}', issue],
  ['#{{nodes.gh.output.number}}: {{nodes.gh.output.title}}', '#7: Broken'],
  ['{{nodes.gh.output.number}}{{nodes.gh.output.open}}', '7true'],
  ['is {{nodes.gh.output.user}}', 'is {"login":"ada"}'],
  ['is {{nodes.gh.output.closed}}', 'is null'],
  ['no template }} here {', 'no template }} here {'],
  [
    { deep: [{ text: '{{nodes.gh.output.user.login}}' }], other: 5 },
    { deep: [{ text: 'ada' }], other: 5 },
  ],
])('%j becomes %j', (value, expected) => {
  expect(resolveTemplates(value, outputs({ gh: issue }))).toEqual(expected)
})

test.each([
  ['gone', 'x', '{{nodes.gone.output.x}}'],
  ['gh', 'gone', '{{nodes.gh.output.gone}}'],
  ['gh', 'number.toFixed', '{{nodes.gh.output.number.toFixed}}'],
  ['gh', 'title.length', '{{nodes.gh.output.title.length}}'],
  ['gh', 'labels.length', '{{nodes.gh.output.labels.length}}'],
  ['gh', 'labels.map', '{{nodes.gh.output.labels.map}}'],
  ['gh', 'labels.01', '{{nodes.gh.output.labels.01}}'],
  ['gh', 'labels.2', '{{nodes.gh.output.labels.2}}'],
  ['gh', 'toString', '{{nodes.gh.output.toString}}'],
  ['gh', 'run', '{{nodes.gh.output.run}}'],
  ['toString', '', '{{nodes.toString.output}}'],
])('%s at %s is not there: the error names both', (nodeId, path, text) => {
  const error = failure(() => resolveTemplates(`see ${text}`, outputs({ gh: { ...issue, run: () => 1 } })))
  expect(error).toMatchObject({ code: 'TEMPLATE_MISSING', nodeId, path })
})

test.each([
  '{{nodes.gh.output.__proto__}}',
  '{{nodes.gh.output.constructor.name}}',
  '{{nodes.gh.output.labels[0].prototype}}',
  '{{nodes.gh.input}}',
  '{{nodes.gh.output.}}',
  '{{nodes.gh.output..x}}',
  '{{process.env}}',
  '{{nodes["gh"].output}}',
  '{{nodes.gh.output.x()}}',
  '{{{nodes.gh.output}}}',
  '{{nodes.gh.output.{{nodes.gh.output.title}}}}',
  '{{',
])('%s is no template', (text) => {
  expect(failure(() => resolveTemplates(text, outputs({ gh: issue }))).code).toBe('TEMPLATE_MALFORMED')
})

test('what came out of a node is not searched for templates', () => {
  const given = outputs({ a: { text: '{{nodes.b.output.secret}}' }, b: { secret: 'hidden' } })
  expect(resolveTemplates(['{{nodes.a.output.text}}', '{{nodes.a.output}}'], given)).toEqual([
    '{{nodes.b.output.secret}}',
    { text: '{{nodes.b.output.secret}}' },
  ])
})

test.each([
  ['a text of 10 MB', '{{nodes.a.output}}', 'x'.repeat(10_000_000)],
  ['a text of 10 MB among others', 'see {{nodes.a.output}}', 'x'.repeat(10_000_000)],
  ['a text that is long in bytes alone', '{{nodes.a.output}}', '€'.repeat(400_000)],
  ['one that is long as JSON alone', 'see {{nodes.a.output}}', ['\u0001'.repeat(200_000)]],
  ['many numbers', '{{nodes.a.output}}', Array.from({ length: 600_000 }, () => 1)],
  ['one asked for many times', '{{nodes.a.output}}'.repeat(2000), 'x'.repeat(1000)],
])('%s is refused', (_, text, output) => {
  expect(failure(() => resolveTemplates(text, outputs({ a: output }))).code).toBe('TEMPLATE_TOO_LARGE')
})

test.each(['{{nodes.a.output}}', 'see {{nodes.a.output}}'])('%s of something nested deeply is refused', (text) => {
  let value: unknown = 1
  for (let level = 0; level < 100_000; level++) value = [value]
  expect(failure(() => resolveTemplates(text, outputs({ a: value }))).code).toBe('TEMPLATE_TOO_DEEP')
})

test('an answer shares nothing with the output, and cannot give an object another prototype', () => {
  const output = JSON.parse('{"list":[{"x":1}],"__proto__":{"admin":true}}')
  const answer = resolveTemplates('{{nodes.a.output}}' as Json, outputs({ a: output })) as { list: { x: number }[] }
  answer.list[0] = { x: 2 }
  expect(output.list).toEqual([{ x: 1 }])
  expect(Object.keys(answer)).toEqual(['list'])
  expect(Object.assign({}, answer)).not.toHaveProperty('admin')
})

test('any output comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const plain = JSON.parse(JSON.stringify(value).replaceAll('"__proto__"', '"proto"'))
      expect(resolveTemplates('{{nodes.a.output}}' as Json, outputs({ a: plain }))).toEqual(plain)
      expect(resolveTemplates('{{nodes.a.output.x[0]}}' as Json, outputs({ a: { x: [plain] } }))).toEqual(plain)
    }),
  )
})

test('whatever text is written: it is what it was, or refused, or made of outputs, and nothing longer than is taken', () => {
  const piece = fc.oneof(
    fc.constantFrom('{{', '}}', 'nodes.', 'a', '.output', '.x', '[0]', '.__proto__', '.constructor', '.length', ' ', '{', '}'),
    fc.string(),
    fc.constant('{{nodes.a.output.x}}'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      const parsed = parseTemplate(text)
      if ('fault' in parsed) {
        expect(failure(() => resolveTemplates(text, outputs({ a: { x: 'X' } }))).code).toBe('TEMPLATE_MALFORMED')
        return
      }
      const known = parsed.parts.every(
        (part) => typeof part === 'string' || part.path.length === 0 || part.path.join('.') === 'x',
      )
      if (!known) return
      const answer = resolveTemplates<Json>(text, outputs({ a: { x: 'X' } }))
      const [only] = parsed.parts
      if (parsed.parts.length === 1 && typeof only === 'object') return
      const expected = parsed.parts.map((part) => (typeof part === 'string' ? part : part.path.length === 0 ? '{"x":"X"}' : 'X'))
      expect(answer).toBe(expected.join(''))
      expect(String(answer).length).toBeLessThanOrEqual(MOST_RESOLVED_BYTES)
    }),
  )
})
