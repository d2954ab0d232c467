import { z } from 'zod'
import { UpdateStatus } from '../contract/host'
import { KeychainStatus, VaultState } from '../contract/vault'

/**
 * The private contract between the shell and its engine process, beside the ports that the shell passes on unread. Both ends check
 * what they are told. Nothing of it is a connection, a token or a password; the one secret is what the keychain wraps.
 */

/** What the shell must know of the settings: it keeps a copy, for before the vault is unlocked. */
export const ShellSettings = z.object({
  closeToTray: z.boolean(),
  notifyBreakage: z.boolean(),
  updates: z.boolean(),
  updateFeed: z.string().nullable(),
})
export type ShellSettings = z.infer<typeof ShellSettings>

/** Where a `neurocad://` link of this computer leads: here, to another program, or nowhere. */
export const SchemeStatus = z.object({
  registered: z.boolean(),
  /** A sentence: what registered it, or why that is not so. */
  detail: z.string(),
})
export type SchemeStatus = z.infer<typeof SchemeStatus>

/** It names a file of the shell's: nothing else may. */
const VaultId = z.string().regex(/^vault_[0-9A-Z]{26}$/)

/** What the engine asks of the shell, by name: what goes in, and what comes back. Bytes are base64. */
export const shellRequests = {
  'keychain.status': { input: z.null(), output: KeychainStatus },
  /** Throws where the keychain refuses. */
  'keychain.wrap': { input: z.object({ secret: z.base64() }), output: z.object({ wrapped: z.base64() }) },
  /** `renewed`: the keychain wants it wrapped anew, and this is it. */
  'keychain.unwrap': {
    input: z.object({ wrapped: z.base64() }),
    output: z.object({ secret: z.base64(), renewed: z.base64().nullable() }),
  },
  /** What the shell keeps of a vault outside its folder, if anything; `none` where its keychain is not to be trusted. */
  'anchor.read': {
    input: z.object({ vaultId: VaultId }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('kept'), anchor: z.base64().nullable() }),
      z.object({ state: z.literal('none'), reason: z.string() }),
    ]),
  },
  'anchor.write': {
    input: z.object({ vaultId: VaultId, anchor: z.base64() }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('kept') }),
      z.object({ state: z.literal('none'), reason: z.string() }),
    ]),
  },
  'folder.open': { input: z.object({ path: z.string() }), output: z.null() },
  /** `path` must be a plain file directly in `folder`. */
  'file.show': { input: z.object({ path: z.string(), folder: z.string() }), output: z.null() },
  'file.open': { input: z.object({ path: z.string(), folder: z.string() }), output: z.null() },
  'folder.choose': { input: z.object({ startIn: z.string() }), output: z.object({ path: z.string().nullable() }) },
  'scheme.status': { input: z.null(), output: SchemeStatus },
  'update.check': { input: z.null(), output: UpdateStatus },
  'update.install': { input: z.null(), output: UpdateStatus },
  'shell.facts': {
    input: z.null(),
    output: z.object({
      version: z.string(),
      screenLock: z.enum(['system', 'dbus']).nullable(),
      tray: z.boolean(),
      notifications: z.boolean(),
      downloads: z.string(),
      update: UpdateStatus,
    }),
  },
} as const
export type ShellRequests = typeof shellRequests
export type ShellRequestName = keyof ShellRequests
export type ShellInput<Name extends ShellRequestName> = z.infer<ShellRequests[Name]['input']>
export type ShellOutput<Name extends ShellRequestName> = z.infer<ShellRequests[Name]['output']>

/** From the engine process to the shell. */
export const ToShell = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ask'),
    id: z.int(),
    name: z.enum(Object.keys(shellRequests) as [ShellRequestName, ...ShellRequestName[]]),
    input: z.unknown(),
  }),
  /** For the tray and its menu; said at start and whenever it changes. `attention` is 0 while locked. */
  z.object({ kind: z.literal('state'), vault: VaultState, attention: z.int().nonnegative() }),
  z.object({ kind: z.literal('settings'), settings: ShellSettings }),
  /** A connection stopped working by itself. Sentences for a person. */
  z.object({ kind: z.literal('broke'), connectionId: z.string(), title: z.string(), body: z.string() }),
  /** A `callback` was one that an authorization here waited for. Said of nothing else, because it brings the window forward. */
  z.object({ kind: z.literal('callback_accepted') }),
])
export type ToShell = z.infer<typeof ToShell>

/** From the shell to the engine process. A port travels beside `connect`. */
export const ToEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect') }),
  /** The answer to `ask`: its output, or a sentence about why there is none. */
  z.object({ kind: z.literal('answer'), id: z.int(), output: z.unknown() }),
  z.object({ kind: z.literal('refusal'), id: z.int(), message: z.string() }),
  /** From the tray or the menu. */
  z.object({ kind: z.literal('lock') }),
  /** Whole seconds since somebody last touched this computer; said every few seconds while the vault is open. */
  z.object({ kind: z.literal('idle'), seconds: z.number().nonnegative() }),
  z.object({ kind: z.literal('presence'), moment: z.enum(['screen_locked', 'sleep', 'wake']) }),
  /** A provider's answer that came as a link: `query` is its query string without the question mark. */
  z.object({ kind: z.literal('callback'), type: z.string(), query: z.string() }),
])
export type ToEngine = z.infer<typeof ToEngine>
