import { expect, test } from 'vitest'
import { isOwnPath } from '../../src-renderer/lib/own-path'
import { connectionId } from '../fakes/client-data'
import { recipeId } from '../fakes/client-recipes'
import { runId } from '../fakes/client-runs'

test.each([
  '/connect',
  '/connect/provider/slackApi',
  `/connect/${connectionId(7)}`,
  '/connections',
  '/attention',
  '/recipes',
  `/recipes/${recipeId(0)}`,
  '/runs',
  `/runs/${runId(0)}`,
  '/grants',
  '/inbox',
  '/audit',
  '/settings',
  '/settings#security',
  '/settings/recovery',
  '/settings/key-health',
])('%s is a page of the application', (path) => {
  expect(isOwnPath(path)).toBe(true)
})

test.each([
  '',
  '/',
  'connect',
  '//evil.example/connect',
  '/\\evil.example',
  'https://evil.example/connect',
  'javascript:alert(1)',
  'neurocad://connect/slackApi',
  '/connect/',
  '/connect/..',
  '/connect/../settings',
  '/connect/%2e%2e',
  '/connect/provider/unknownApi',
  '/connect/provider/slackApi/more',
  '/connect/provider/slackApi?added=cred_1',
  '/connect/cred_short',
  '/recipes/recipe_short',
  `/recipes/${recipeId(0)}/nodes`,
  `/recipes/${recipeId(0)}?node=a`,
  `evil/recipes/${recipeId(0)}`,
  '/runs?recipe=all',
  `/connect/${connectionId(7)}#x`,
  `/connect/${connectionId(7)}\n`,
  '/settings#',
  '/settings#Security',
  '/settings#security#about',
  '/settings#<script>',
  '/attention#x',
  ' /connect',
  `/settings#${'a'.repeat(100_000)}`,
])('%j is none, and is not made one', (path) => {
  expect(isOwnPath(path)).toBe(false)
})
