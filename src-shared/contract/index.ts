import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { authorization } from './authorization'
import { client } from './client'
import { connection } from './connection'
import { directory } from './directory'
import { event } from './event'
import { providerApp } from './provider-app'
import { health, session } from './session'
import { vault } from './vault'

/** What the engine does, over any transport. */
export const contract = { directory, connection, authorization, providerApp, vault, event }

/** What `serve` adds around it: who may call. */
export const serveContract = { ...contract, health, session, client }

export type Contract = typeof contract
export type ConnectClient = ContractRouterClient<Contract>
export type ServeClient = ContractRouterClient<typeof serveContract>
export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
