import { z } from 'zod'
import { CredentialTypeKey } from '../domain/credential-type'
import { DeliveryId } from '../domain/identifiers'
import { CallbackTransport } from './authorization'
import { errors } from './error'
import { unlockedProcedure, vaultProcedure } from './procedure'
import { KeychainStatus } from './vault'

/** Whether an update is there. `off`: nobody asked for them, or this program cannot update itself. */
export const UpdateStatus = z.object({
  state: z.enum(['off', 'none', 'checking', 'downloading', 'ready', 'failed']),
  version: z.string().nullable(),
  /** A sentence, for `off` and `failed`. */
  detail: z.string().nullable(),
})
export type UpdateStatus = z.infer<typeof UpdateStatus>

/** What the program around the engine is and can. */
export const HostFacts = z.object({
  kind: z.enum(['serve', 'desktop']),
  version: z.string(),
  platform: z.string(),
  demo: z.boolean(),
  /** Absolute. */
  dataFolder: z.string(),
  /** Where recipes put files while no folder is chosen. */
  usualReceiveFolder: z.string(),
  keychain: KeychainStatus,
  /** How a locked screen is noticed; null where it is not. */
  screenLock: z.enum(['system', 'dbus']).nullable(),
  tray: z.boolean(),
  notifications: z.boolean(),
  /** Address of the loopback API, where it answers. */
  api: z.string().nullable(),
  update: UpdateStatus,
})
export type HostFacts = z.infer<typeof HostFacts>

const Finding = z.object({
  result: z.enum(['works', 'fails', 'not_here']),
  /** What was tried, and what came of it. */
  detail: z.string(),
})

/** What the callback doctor found. */
export const CallbackDiagnosis = z.object({
  /** A request that the program sent to its own callback address. */
  loopback: Finding,
  /** Whether `neurocad://` links of this computer come here. */
  deepLink: Finding,
  transports: z.array(
    z.object({
      type: CredentialTypeKey,
      name: z.string(),
      transport: CallbackTransport,
      /** A sentence: why this one. */
      why: z.string(),
    }),
  ),
})
export type CallbackDiagnosis = z.infer<typeof CallbackDiagnosis>

const ownerProcedure = unlockedProcedure.meta({ access: 'owner', whileLocked: false })

export const host = {
  facts: vaultProcedure.route({ method: 'GET', path: '/host', summary: 'What the program is and can' }).output(HostFacts),
  diagnoseCallback: ownerProcedure
    .route({ method: 'POST', path: '/host/callback-diagnosis', summary: 'Callback doctor: try loopback and deep link' })
    .output(CallbackDiagnosis),
  openFolder: ownerProcedure
    .route({ method: 'POST', path: '/host/folder', summary: 'Desktop only: show a folder in the file manager' })
    .errors(errors('NOT_AVAILABLE_HERE'))
    .input(z.strictObject({ folder: z.enum(['data', 'receive']) }))
    .output(z.object({ opened: z.string() })),
  chooseFolder: ownerProcedure
    .route({ method: 'POST', path: '/host/folder-choice', summary: 'Desktop only: ask the person for a folder; null: cancelled' })
    .errors(errors('NOT_AVAILABLE_HERE'))
    .output(z.object({ folder: z.string().nullable() })),
  showDelivery: ownerProcedure
    .route({ method: 'POST', path: '/host/deliveries/{id}/show', summary: 'Desktop only: show a received file in its folder' })
    .errors(errors('NOT_FOUND', 'NOT_AVAILABLE_HERE'))
    .input(z.strictObject({ id: DeliveryId }))
    .output(z.object({ shown: z.string() })),
  /** For after the person was asked. What could be a program is refused. */
  openDelivery: ownerProcedure
    .route({ method: 'POST', path: '/host/deliveries/{id}/open', summary: 'Desktop only: open a received file' })
    .errors(errors('NOT_FOUND', 'NOT_AVAILABLE_HERE'))
    .input(z.strictObject({ id: DeliveryId }))
    .output(z.object({ opened: z.string() })),
  checkForUpdates: ownerProcedure
    .route({ method: 'POST', path: '/host/update-check', summary: 'Desktop only: look for an update now' })
    .errors(errors('NOT_AVAILABLE_HERE'))
    .output(UpdateStatus),
  installUpdate: ownerProcedure
    .route({ method: 'POST', path: '/host/update', summary: 'Desktop only: restart into the update that is ready' })
    .errors(errors('NOT_AVAILABLE_HERE'))
    .output(UpdateStatus),
}
