import { expect, test } from 'vitest'
import { incompleteParams, missingParams } from '../../../src-shared/domain/recipe/missing-params'
import type { NodeKind } from '../../../src-shared/domain/recipe/node-kind'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { kinds, node } from './written'

test.each(kinds)('a complete %s misses nothing', (kind) => {
  expect(missingParams(node('a', kind))).toEqual([])
})

test.each<[NodeKind, RecipeNode['params'], string[]]>([
  ['slack.trigger', {}, ['event']],
  ['slack.action', {}, ['operation']],
  ['slack.action', { operation: 'post_message' }, ['channel', 'text']],
  ['slack.action', { operation: 'read_messages' }, ['channel']],
  ['slack.action', { operation: 'list_channels' }, []],
  ['slack.action', { operation: '{{nodes.a.output}}' }, []],
  ['github.trigger', {}, ['event', 'repository']],
  ['github.action', { operation: 'create_issue' }, ['repository', 'title']],
  ['github.action', { operation: 'comment', number: 7 }, ['repository', 'body']],
  ['github.action', { operation: 'get_issue' }, ['repository', 'number']],
  ['github.action', { operation: 'list_repositories' }, []],
  ['library', { part: '  ' }, ['part']],
  ['schematic', { part: null }, ['part']],
  ['share_link', {}, ['asset']],
  ['send_to_desktop', { fileName: 'x' }, ['asset']],
  ['http.request', {}, ['method', 'url']],
  ['webhook.trigger', {}, []],
  ['manual.trigger', {}, []],
  ['local.set', {}, []],
  ['control.if', { equals: 1 }, ['value']],
  ['control.if', { value: false }, []],
  ['control.if', { condition: 0 }, []],
  ['control.each', {}, ['items']],
  ['note', {}, ['text']],
])('%s with %j misses %j', (kind, params, expected) => {
  expect(missingParams(node('a', kind, { params }))).toEqual(expected)
})

test('what is missing is named by its place', () => {
  const nodes = [node('start', 'manual.trigger'), node('post', 'slack.action', { params: { operation: 'read_messages' } })]
  expect(incompleteParams(nodes)).toEqual([{ path: 'nodes.1.params.channel', nodeId: 'post', message: 'is missing' }])
})
