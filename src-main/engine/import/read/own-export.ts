/** How exports of this program begin. What is in them is `transfer`'s. */
const SEALED = Buffer.from('NCXP')
const PLAIN = Buffer.from('{"format":"neurocad-connect-export",')

const beginsWith = (bytes: Uint8Array, beginning: Uint8Array): boolean =>
  Buffer.compare(bytes.subarray(0, beginning.length), beginning) === 0

export const isSealedExport = (bytes: Uint8Array): boolean => beginsWith(bytes, SEALED)
export const isOwnExport = (bytes: Uint8Array): boolean => isSealedExport(bytes) || beginsWith(bytes, PLAIN)
