/** What gives a secret away: the armour of a key, or the beginnings that providers give their tokens. */
const shapes = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/=]{40}/g,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g,
  /\bxapp-[A-Za-z0-9-]{10,}/g,
  /\bgh[oprsu]_[A-Za-z0-9]{30,}/g,
  /\bgithub_pat_[A-Za-z0-9_]{30,}/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{15,}/g,
  /\blin_api_[A-Za-z0-9]{20,}/g,
  /\bGOCSPX-[A-Za-z0-9_-]{20,}/g,
  // A property or variable of that name with a constant for a value.
  /\b\w*(?:client_?secret|signing_?secret|webhook_?secret|api_?key|private_?key|password)["']?\s*[:=]\s*["'`][^"'`\s${}]{12,}["'`]/gi,
]

/** An element of KeePass files whose name has the word in it. */
const elementNames = /^ProtPassword: "ProtectPassword"$/

/** Everything in a built file that looks like a secret. */
export const secretsIn = (source: string): string[] =>
  shapes.flatMap((shape) => source.match(shape) ?? []).filter((found) => !elementNames.test(found))
