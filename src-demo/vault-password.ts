import type { Derive } from './seed'

/** Crockford's base32: nothing in it is read as something else. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** The password of the demo's vault, for a person to read and type: 80 bits as four groups of four. */
export function vaultPassword(derive: Derive): string {
  const text = [...derive('vault password', 16)].map((byte) => letters[byte % letters.length]).join('')
  return text.replaceAll(/.{4}(?=.)/g, '$&-')
}
