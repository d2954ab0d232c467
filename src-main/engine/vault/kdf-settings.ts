/** Argon2id settings of a password slot. */
export interface KdfSettings {
  algorithm: 'argon2id13'
  memoryKiB: number
  passes: number
}

/** 64 MiB, three passes: the second recommended option of RFC 9106, with one lane, as libsodium has. */
export const defaultKdf: KdfSettings = { algorithm: 'argon2id13', memoryKiB: 64 * 1024, passes: 3 }

/**
 * Checked before deriving: a changed header must neither weaken the derivation nor make it exhaust the memory.
 * 19 MiB is the smallest memory OWASP accepts; 1 GiB and ten passes are what a person would wait for.
 */
export const kdfInBounds = (settings: KdfSettings): boolean =>
  settings.algorithm === 'argon2id13' &&
  Number.isInteger(settings.memoryKiB) &&
  settings.memoryKiB >= 19 * 1024 &&
  settings.memoryKiB <= 1024 * 1024 &&
  Number.isInteger(settings.passes) &&
  settings.passes >= 1 &&
  settings.passes <= 10
