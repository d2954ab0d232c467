import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { audit } from './audit'
import { authorization } from './authorization'
import { client } from './client'
import { connection } from './connection'
import { demo } from './demo'
import { deployment } from './deployment'
import { directory } from './directory'
import { event } from './event'
import { grant } from './grant'
import { host } from './host'
import { importing } from './import'
import { inbox } from './inbox'
import { keySlot } from './key-slot'
import { providerApp } from './provider-app'
import { recipe } from './recipe'
import { run } from './run'
import { health, session } from './session'
import { settings } from './settings'
import { transfer } from './transfer'
import { vault } from './vault'

/** What the engine does, over any transport. */
export const contract = {
  directory,
  connection,
  authorization,
  providerApp,
  vault,
  keySlot,
  settings,
  event,
  recipe,
  grant,
  deployment,
  run,
  inbox,
  audit,
  import: importing,
  transfer,
}

/** What the desktop application adds for its window: the program around the engine, and the clients of its loopback API. */
export const desktopContract = { ...contract, host, client }

/** What is answered over HTTP: everything, and who may call. */
export const serveContract = { ...desktopContract, health, session, demo }

export type Contract = typeof contract
export type ConnectClient = ContractRouterClient<Contract>
export type DesktopClient = ContractRouterClient<typeof desktopContract>
export type ServeClient = ContractRouterClient<typeof serveContract>
export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
