import { expect, test } from 'vitest'
import { readOperatorConfig } from '../../../../src-main/engine/provider/managed/operator-config'
import { operatorConfig } from './operator-entries'

const problemOf = (config: unknown): string => {
  const reading = readOperatorConfig(typeof config === 'string' ? config : JSON.stringify(config))
  return 'problem' in reading ? reading.problem : ''
}

test('a whole file, one with a single entry and one that withdraws everything are read', () => {
  for (const config of [
    operatorConfig(),
    { format: 1, neurocadDesktopApi: operatorConfig().neurocadDesktopApi },
    { format: 1 },
  ]) {
    expect(readOperatorConfig(JSON.stringify(config))).toEqual({ config })
  }
  const local = operatorConfig({ tokenUrl: 'http://127.0.0.1:9/token', edaUrl: 'http://[::1]:9/' })
  expect(readOperatorConfig(JSON.stringify(local))).toEqual({ config: local })
})

test.each([
  ['tokenUrl', 'http://auth.example/token', 'must begin with https://'],
  ['tokenUrl', 'http://localhost:9/token', 'must begin with https://'],
  ['tokenUrl', 'http://127.0.0.1.evil.example/', 'must begin with https://'],
  ['edaUrl', 'javascript:alert(1)', 'must begin with https://'],
  ['edaUrl', 'eda.example', 'must be an address'],
  ['edaUrl', ' https://eda.example/', 'must be an address'],
  ['mechanicalUrl', 'https://user@mechanical.example/', 'must not hold a user name'],
  ['mechanicalUrl', 'https://:hush@mechanical.example/', 'must not hold a user name'],
  ['tokenUrl', 'https://auth.example/token#x', 'must not have a fragment'],
  ['tokenUrl', 'https://auth.example/token#', 'must not have a fragment'],
  ['edaUrl', `https://eda.example/${'x'.repeat(2000)}`, 'must be at most 2000 characters'],
  ['edaUrl', undefined, 'must be there'],
  ['clientId', '', 'must not be empty'],
  ['clientId', 7, 'must be text'],
  ['clientSecret', '', 'must not be empty'],
  ['clientSecret', null, 'must be text'],
  ['clientId', 'half\ud800', 'must be one line of whole characters'],
  ['clientSecret', 'hush\r\nX-Admin: yes', 'must be one line of whole characters'],
  ['edaUrl', 'https://eda.example/\u0000', 'must be one line of whole characters'],
  ['scopes', 'eda', 'must be a list of scopes'],
  ['scopes', ['two words'], 'must be a scope'],
  ['clientsecret', 'hush', 'is not known here'],
])('serviceApi.%s %j is refused by its name: %s', (field, value, why) => {
  const problem = problemOf(operatorConfig({ [field]: value }))
  expect(problem).toMatch(/^operator\.json is not used: serviceApi\./)
  expect(problem).toContain(`serviceApi.${field}`)
  expect(problem).toContain(why)
  expect(problem).not.toContain('hush')
})

test('every wrong field is named, those of the other type and of the file too', () => {
  const { serviceApi } = operatorConfig({ clientId: undefined, tokenUrl: 'ftp://x' })
  const problem = problemOf({ format: 2, serviceApi, neurocadDesktopApi: {}, slackApi: {} })
  for (const path of ['format', 'serviceApi.clientId', 'serviceApi.tokenUrl', 'neurocadDesktopApi.sessionManagerUrl', 'slackApi'])
    expect(problem).toContain(`${path} `)
  expect(problemOf({ serviceApi: 'x' })).toContain('serviceApi must be an object')
})

test.each(['', '{', '[]', 'null', '"x"', '{"format":1,"serviceApi":{"clientSecret":"hush"'])(
  '%j is refused as a whole',
  (text) => {
    expect(problemOf(text)).toMatch(/^operator\.json is not used: /)
    expect(problemOf(text)).not.toContain('hush')
  },
)
