import { expect, test } from 'vitest'
import { isNestedWithin } from '../../../src-shared/domain/recipe/json'
import { credentialNeed } from '../../../src-shared/domain/recipe/node-kind'
import { nodeParams } from '../../../src-shared/domain/recipe/node-params'
import { RecipeDocument, type RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { recipeProblems, type WrittenRecipe } from '../../../src-shared/domain/recipe/recipe-problems'
import { connectionId, kinds, node, workingParams } from './written'

const trigger = node('start', 'manual.trigger')
const set = (id: string, params: RecipeNode['params'] = {}) => node(id, 'local.set', { params })
const edge = (from: string, to: string, when?: boolean) => (when === undefined ? { from, to } : { from, to, when })
const places = (recipe: WrittenRecipe) => recipeProblems(recipe).map(({ path }) => path)
const deep = (levels: number): RecipeNode['params'][string] => (levels === 0 ? 1 : [deep(levels - 1)])

test.each(kinds)('a %s with all its parameters has nothing wrong with it', (kind) => {
  expect(recipeProblems({ nodes: [node('one', kind)], edges: [] })).toEqual([])
})

test.each<[string, WrittenRecipe, string[]]>([
  ['two nodes of one id', { nodes: [set('a'), set('b'), set('a')], edges: [] }, ['nodes.2.id']],
  ['an edge to nowhere', { nodes: [set('a')], edges: [edge('a', 'gone')] }, ['edges.0.to']],
  ['an edge from nowhere', { nodes: [set('a')], edges: [edge('gone', 'a')] }, ['edges.0.from']],
  ['an edge to itself', { nodes: [set('a')], edges: [edge('a', 'a')] }, ['edges.0.to', 'edges']],
  ['an edge twice', { nodes: [set('a'), set('b')], edges: [edge('a', 'b'), edge('a', 'b')] }, ['edges.1']],
  ['a circle', { nodes: [set('a'), set('b')], edges: [edge('a', 'b'), edge('b', 'a')] }, ['edges']],
  ['an edge into a trigger', { nodes: [set('a'), trigger], edges: [edge('a', 'start')] }, ['edges.0.to']],
  ['an answer of what asks nothing', { nodes: [set('a'), set('b')], edges: [edge('a', 'b', true)] }, ['edges.0.when']],
  ['credentials', { nodes: [set('a', { credentials: 1 })], edges: [] }, ['nodes.0.params.credentials']],
  ['deep credentials', { nodes: [set('a', { x: [{ CREDENTIALS: 1 }] })], edges: [] }, ['nodes.0.params.x.0.CREDENTIALS']],
  [
    'a parameter nobody knows',
    { nodes: [node('a', 'library', { params: { part: 'x', y: 1 } })], edges: [] },
    ['nodes.0.params.y'],
  ],
  [
    'a parameter called constructor',
    { nodes: [node('a', 'library', { params: { constructor: 'x' } })], edges: [] },
    ['nodes.0.params.constructor'],
  ],
  ['text that is a number', { nodes: [node('a', 'library', { params: { part: 5 } })], edges: [] }, ['nodes.0.params.part']],
  [
    'a number that is a word',
    { nodes: [node('a', 'share_link', { params: { expiresInHours: 'soon' } })], edges: [] },
    ['nodes.0.params.expiresInHours'],
  ],
  [
    'an unknown operation',
    { nodes: [node('a', 'slack.action', { params: { operation: 'delete' } })], edges: [] },
    ['nodes.0.params.operation'],
  ],
  [
    'an unknown event',
    { nodes: [node('a', 'github.trigger', { params: { event: 'star' } })], edges: [] },
    ['nodes.0.params.event'],
  ],
  [
    'a header that is no text',
    { nodes: [node('a', 'http.request', { params: { headers: { x: 1, y: 'z' } } })], edges: [] },
    ['nodes.0.params.headers.x'],
  ],
  [
    'headers that are a list',
    { nodes: [node('a', 'http.request', { params: { headers: ['x'] } })], edges: [] },
    ['nodes.0.params.headers'],
  ],
  ['too deep', { nodes: [set('a', { x: deep(33) })], edges: [] }, ['nodes']],
  ['over 1,000 nodes', { nodes: Array.from({ length: 1001 }, (_, index) => set(`n${index}`)), edges: [] }, ['nodes']],
  ['over 1 MiB', { nodes: [set('a', { x: 'é'.repeat(524_288) })], edges: [] }, ['']],
  ['a {{ that begins nothing', { nodes: [set('a', { x: ['{{now}}'] })], edges: [] }, ['nodes.0.params.x.0']],
  [
    'a template without its end',
    { nodes: [set('a'), set('b', { x: '{{nodes.a.output.x' })], edges: [edge('a', 'b')] },
    ['nodes.1.params.x'],
  ],
  [
    'a template that asks a node after it',
    { nodes: [set('a', { x: '{{nodes.b.output.x}}' }), set('b')], edges: [edge('a', 'b')] },
    ['nodes.0.params.x'],
  ],
  [
    'a template that asks a node beside it',
    { nodes: [trigger, set('a', { x: '{{nodes.b.output.x}}' }), set('b')], edges: [edge('start', 'a'), edge('start', 'b')] },
    ['nodes.1.params.x'],
  ],
  ['a template that asks itself', { nodes: [set('a', { x: '{{nodes.a.output.x}}' })], edges: [] }, ['nodes.0.params.x']],
  ['a template that asks nobody', { nodes: [set('a', { x: '{{nodes.gone.output.x}}' })], edges: [] }, ['nodes.0.params.x']],
])('%s is refused by its place', (_, recipe, expected) => {
  expect(places(recipe)).toEqual(expected)
})

test.each(['__proto__', 'prototype', 'constructor'])('a template that asks for %s is refused', (segment) => {
  for (const path of [`.${segment}`, `.a.${segment}.b`]) {
    const nodes = [set('a'), set('b', { x: `{{nodes.a.output${path}}}` })]
    expect(recipeProblems({ nodes, edges: [edge('a', 'b')] })).toEqual([
      { path: 'nodes.1.params.x', message: expect.stringContaining(segment) },
    ])
  }
})

test('a template may ask any node that a way leads from, however long, and a note may explain templates', () => {
  const nodes = [
    trigger,
    ...Array.from({ length: 50 }, (_, index) => set(`n${index}`)),
    set('last', { x: '{{ nodes.start.output }} {{nodes.n0.output.a[0].b}}' }),
  ]
  const edges = [
    edge('start', 'n0'),
    ...Array.from({ length: 49 }, (_, index) => edge(`n${index}`, `n${index + 1}`)),
    edge('n49', 'last'),
  ]
  expect(recipeProblems({ nodes: [...nodes, node('why', 'note', { params: { text: 'Write {{ like this' } })], edges })).toEqual(
    [],
  )
})

test('a circle is named in its order, and nothing else of the recipe is', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e'].map((id) => set(id))
  const edges = [edge('a', 'b'), edge('b', 'c'), edge('c', 'd'), edge('d', 'b'), edge('d', 'e')]
  const [problem, ...others] = recipeProblems({ nodes, edges })
  expect(others).toEqual([])
  expect(problem?.message).toMatch(/b → c → d → b|c → d → b → c|d → b → c → d/)
  expect(problem?.message).not.toMatch(/[ae] →|→ [ae]/)
})

test('nodes may be called as properties of every object are', () => {
  const ids = ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf']
  const nodes = ids.map((id) => set(id))
  const edges = ids.slice(1).map((id, index) => edge(ids[index] ?? '', id))
  expect(recipeProblems({ nodes, edges })).toEqual([])
  expect(places({ nodes: [...nodes, set('constructor')], edges })).toEqual(['nodes.5.id'])
  expect(places({ nodes: [set('a')], edges: [edge('a', 'toString')] })).toEqual(['edges.0.to'])
})

test.each(kinds)('a %s takes a credential if, and only if, it has a slot', (kind) => {
  const own = recipeProblems({ nodes: [node('a', kind, { credential: { connectionId: connectionId('W3') } })], edges: [] })
  expect(own.map(({ path }) => path)).toEqual(credentialNeed[kind].slot === null ? ['nodes.0.credential'] : [])
})

test.each(kinds)('a %s names a type if, and only if, it is a request, and the operator provides the type', (kind) => {
  const named = (type: 'serviceApi' | 'slackApi') => places({ nodes: [node('a', kind, { credential: { type } })], edges: [] })
  const refused = credentialNeed[kind].slot === null ? ['nodes.0.credential'] : ['nodes.0.credential.type']
  expect(named('serviceApi')).toEqual(kind === 'http.request' ? [] : refused)
  expect(named('slackApi')).toEqual(refused)
})

test('every choice is refused where it is another, and taken where a template stands for it', () => {
  for (const kind of kinds) {
    for (const [name, { oneOf, anyCase }] of Object.entries(nodeParams[kind] ?? {})) {
      if (oneOf === undefined) continue
      const given = (value: string) => {
        const nodes = [set('before'), node('a', kind, { params: { ...workingParams[kind], [name]: value } })]
        return recipeProblems({ nodes, edges: [edge('before', 'a')] }).filter(({ path }) => path.includes('params'))
      }
      expect(given('constructor')).toEqual([
        { path: `nodes.1.params.${name}`, message: expect.stringContaining(oneOf.join(', ')) },
      ])
      expect(given('{{nodes.before.output.x}}')).toEqual([])
      for (const one of oneOf) expect(given(anyCase ? one.toLowerCase() : one)).toEqual([])
    }
  }
})

test('the schema refuses parameters of any depth without recursing into them', () => {
  let value: unknown = 1
  for (let level = 0; level < 200_000; level++) value = [value]
  expect(isNestedWithin(value, 32)).toBe(false)
  const written = { format: 1, name: 'Deep', nodes: [{ id: 'a', kind: 'local.set', name: 'A', params: { value } }] }
  const result = RecipeDocument.safeParse(written)
  expect(result.error?.issues.map(({ path }) => path)).toEqual([['nodes', 0, 'params', 'value']])
})

test('1,000 nodes and 10,000 edges with templates everywhere have nothing wrong with them', () => {
  const nodes = Array.from({ length: 1000 }, (_, index) => set(`n${index}`, index === 0 ? {} : { x: '{{nodes.n0.output.x}}' }))
  const edges = Array.from({ length: 999 }, (_, index) => edge(`n${index}`, `n${index + 1}`))
  for (let step = 2; edges.length < 10_000; step++)
    for (let from = 0; from + step < 1000 && edges.length < 10_000; from++) edges.push(edge(`n${from}`, `n${from + step}`))
  expect(recipeProblems({ nodes, edges })).toEqual([])
})
