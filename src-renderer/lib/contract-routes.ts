import type { AnyContractRouter } from '@orpc/contract'
import routes from './contract-routes.json'

/**
 * Method and path of every procedure, and nothing else: with it the page calls the HTTP API without carrying zod and the
 * schemas in its first load. The file is a snapshot of the contract, kept true by test/renderer/contract-routes.test.ts.
 */
export const contractRoutes = routes as AnyContractRouter
