import { z } from 'zod'
import { requestWords } from '../words/en/request'
import { errors } from './error'
import { writingProcedure } from './procedure'

/** Minutes without anybody at the computer after which the vault locks; null: never. */
const AutoLockMinutes = z.literal([1, 5, 15, 60]).nullable()

/** Hours after which the password is asked for again, although the device could unlock; null: never. */
const PasswordEveryHours = z.literal([4, 24, 168, 336]).nullable()

/** An absolute path on this computer. */
const FolderPath = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[^\0]*$/, requestWords.mustNotHoldNul)
  // A lone surrogate is another character once it was written down.
  .regex(/^\P{Cs}*$/u, requestWords.wholeCharacters)

/** What its owner decided about this vault and the program around it. Sealed with everything else. */
export const Settings = z.object({
  autoLockMinutes: AutoLockMinutes,
  lockOnScreenLock: z.boolean(),
  lockOnSleep: z.boolean(),
  passwordEveryHours: PasswordEveryHours,
  /** How providers that take both answer: to an address of this computer, or by a `neurocad://` link. */
  callbackBy: z.enum(['loopback', 'deep_link']),
  /** Where recipes put files; null: the downloads folder of the person. */
  receiveFolder: FolderPath.nullable(),
  /** Whether this computer takes files that recipes send to it. */
  receiving: z.boolean(),
  /** MiB (1,048,576 bytes) that a received file may have; larger ones are refused. */
  receiveLimitMiB: z.int().min(1).max(10_240),
  /** Whether the desktop application answers scripts on 127.0.0.1. `serve` always does. */
  loopbackApi: z.boolean(),
  /** Closing the window leaves the program in the tray. */
  closeToTray: z.boolean(),
  /** Notifications of the system when a connection breaks. */
  notifyBreakage: z.boolean(),
  /** Whether the program looks for updates, at `updateFeed` or else at the address it was built with. */
  updates: z.boolean(),
  updateFeed: z
    .url({ protocol: /^https$/ })
    .max(2048)
    .nullable(),
})
export type Settings = z.infer<typeof Settings>

const ownerProcedure = writingProcedure.meta({ access: 'owner', whileLocked: false })

export const settings = {
  get: ownerProcedure
    .route({ method: 'GET', path: '/settings', summary: 'What the owner decided about the vault and the program' })
    .output(Settings),
  update: ownerProcedure
    .route({ method: 'PATCH', path: '/settings', summary: 'Change some of the settings; what is not named stays' })
    .errors(errors('VERSION_CONFLICT'))
    .input(z.strictObject(Settings.shape).partial())
    .output(Settings),
}
