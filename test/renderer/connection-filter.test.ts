import { expect, test } from 'vitest'
import { type ConnectionFilter, filterFromQuery, filterToQuery, isFiltered } from '../../src-renderer/lib/connection-filter'
import { filterWords } from '../../src-renderer/pages/connections/filter-words'

const whole: ConnectionFilter = {
  query: 'acme & sons #1',
  type: 'slackApi',
  status: 'error',
  visibility: 'private',
  needs: 'attention',
}

test('a filter survives its way through the address, whatever was typed', () => {
  expect(filterFromQuery(filterToQuery(whole))).toEqual(whole)
  expect(filterFromQuery(filterToQuery({ status: 'active' }))).toEqual({ status: 'active' })
})

test('no filter is no query, and the same filter is always the same address', () => {
  expect(filterToQuery({})).toBe('')
  expect(filterToQuery({ query: '' })).toBe('')
  expect(filterToQuery({ needs: 'attention', type: 'slackApi' })).toBe(filterToQuery({ type: 'slackApi', needs: 'attention' }))
  expect(isFiltered({})).toBe(false)
  expect(isFiltered({ status: 'error' })).toBe(true)
})

test('what an address cannot mean is left out', () => {
  expect(filterFromQuery('?status=broken&visibility=all&needs=love&type=../x&q=%20&added=cred_1')).toEqual({})
  expect(filterFromQuery(`?q=${'a'.repeat(500)}`).query).toHaveLength(200)
})

test('an empty list names every filter that narrows it', () => {
  expect(filterWords(whole, () => 'Slack')).toEqual(['“acme & sons #1”', 'Slack', 'Error', 'Only mine', 'Needs attention'])
  expect(filterWords({ type: 'oktaApi' }, () => undefined)).toEqual(['oktaApi'])
})
