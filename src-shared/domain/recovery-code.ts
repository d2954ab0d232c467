/**
 * A recovery code: 26 random symbols of Crockford's base32 (130 bits) and two that check them, in groups of four:
 * `7KQ2-M0VX-…`. The alphabet has no I, L, O and U, so none is mistaken for another sign when it is read from paper.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const RECOVERY_SYMBOLS = 26
const CHECK_SYMBOLS = 2
export const RECOVERY_GROUP = 4
/** The largest prime that two symbols can hold. */
const MODULUS = 1021

/** The code as it is printed. `random` is 26 bytes, of which the lowest five bits count. Throws on any other length. */
export function printRecoveryCode(random: Uint8Array): string {
  if (random.length !== RECOVERY_SYMBOLS) throw new RangeError(`a recovery code takes ${RECOVERY_SYMBOLS} random bytes`)
  const symbols = Array.from(random, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
  const groups = (symbols + checkOf(symbols)).match(new RegExp(`.{${RECOVERY_GROUP}}`, 'g')) ?? []
  return groups.join('-')
}

/** What a person typed, sign by sign: case, spaces and dashes do not matter, and O, I and L are taken for the digits they look like. */
export const recoveryCodeSigns = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

/**
 * The 26 symbols of a code as a person typed it. Undefined where it cannot be a code: too short, too long, or a typing mistake, of
 * which every single wrong sign and every two signs that changed places are found.
 */
export function readRecoveryCode(typed: string): string | undefined {
  const plain = recoveryCodeSigns(typed)
  if (plain.length !== RECOVERY_SYMBOLS + CHECK_SYMBOLS || [...plain].some((sign) => !ALPHABET.includes(sign))) return undefined
  const symbols = plain.slice(0, RECOVERY_SYMBOLS)
  return checkOf(symbols) === plain.slice(RECOVERY_SYMBOLS) ? symbols : undefined
}

/**
 * The sum of each value times its place, modulo a prime that is larger than any difference of values and of places: so neither a
 * changed value nor an exchange can leave it as it was.
 */
function checkOf(symbols: string): string {
  const sum = [...symbols].reduce((total, symbol, index) => total + ALPHABET.indexOf(symbol) * (index + 1), 0) % MODULUS
  return ALPHABET.charAt(Math.floor(sum / ALPHABET.length)) + ALPHABET.charAt(sum % ALPHABET.length)
}
