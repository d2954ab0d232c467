/** Why a file is not taken: for good, told to whoever sent it, and shown in the inbox. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(readonly reason: { code: RefusalCode; message: string }) {
    super(reason.code)
  }
}

export type RefusalCode = 'TOO_LARGE' | 'HASH_MISMATCH' | 'LENGTH_MISMATCH' | 'DISK_FULL' | 'GONE' | 'REMOVED' | 'UNREADABLE'

export const refusal = (code: RefusalCode, message: string): Refusal => new Refusal({ code, message })
