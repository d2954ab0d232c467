import { expect, test } from 'vitest'
import { nodeParams } from '../../../src-shared/domain/recipe/node-params'
import { compareScopes, scopesNeeded } from '../../../src-shared/domain/recipe/scope-need'
import { node } from './written'

test.each(['slack.trigger', 'slack.action', 'github.trigger', 'github.action'] as const)(
  'every operation and event of %s is known to need something',
  (kind) => {
    const name = kind.endsWith('trigger') ? 'event' : 'operation'
    for (const choice of nodeParams[kind]?.[name]?.oneOf ?? [])
      expect(scopesNeeded(node('a', kind, { params: { [name]: choice } }))).not.toEqual([])
  },
)

test('what no node uses is unused, and what one uses without having it is missing', () => {
  const nodes = [node('a', 'slack.action'), node('b', 'slack.action', { params: { operation: 'list_channels' } })]
  expect(compareScopes(['chat:write', 'groups:read'], nodes)).toEqual({
    granted: ['chat:write', 'groups:read'],
    needed: ['channels:read', 'chat:write'],
    unused: ['groups:read'],
    missing: ['channels:read'],
  })
})

test('a permission to write is one to read, and not the other way round', () => {
  const reads = [node('a', 'github.action', { params: { operation: 'get_issue' } })]
  expect(compareScopes(['issues:write'], reads)).toMatchObject({ unused: [], missing: [] })
  expect(compareScopes(['issues:read'], [node('a', 'github.action')])).toMatchObject({ missing: ['issues:write'] })
})

test.each([node('a', 'http.request'), node('a', 'slack.action', { params: { operation: '{{nodes.b.output}}' } })])(
  'nothing is called unused where a node may do anything: $kind',
  (any) => {
    expect(compareScopes(['chat:write', 'commands'], [any])).toMatchObject({ unused: [], missing: [] })
  },
)
