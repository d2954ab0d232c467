import { minifyContractRouter } from '@orpc/contract'
import { expect, test } from 'vitest'
import { serveContract } from '../../src-shared/contract'

test('the page calls every procedure by the method and path of the contract', async () => {
  const routes = `${JSON.stringify(minifyContractRouter(serveContract), null, 2)}\n`
  // After a change of the contract: npx vitest run test/renderer/contract-routes.test.ts -u
  await expect(routes).toMatchFileSnapshot('../../src-renderer/lib/contract-routes.json')
})

test('no procedure has the name of what every function has, which a client would be asked for in its place', () => {
  const names = Object.values(serveContract).flatMap((noun) => Object.keys(noun))
  expect(names.filter((name) => name in Function.prototype)).toEqual([])
})
